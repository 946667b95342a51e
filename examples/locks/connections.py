# /// script
# requires-python = ">=3.11"
# ///
import threading

free = ["line 1", "line 2"]
places = threading.BoundedSemaphore(len(free))
lock = threading.Lock()
pair = threading.Barrier(2)
in_use = []
most = 0


def query():
    global most
    with places:  # from here on, one of the lines is ours
        with lock:
            line = free.pop()
            in_use.append(line)
            most = max(most, len(in_use))
        pair.wait()  # forced: stay until both lines are in use
        with lock:
            in_use.remove(line)
            free.append(line)


clients = [threading.Thread(target=query) for _ in range(6)]
for client in clients:
    client.start()
for client in clients:
    client.join()

print(f"{len(clients)} queries, at most {most} at once")
print(f"Free again: {sorted(free)}")
