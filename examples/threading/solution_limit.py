# /// script
# requires-python = ">=3.11"
# ///
import threading

places = threading.BoundedSemaphore(2)
pair = threading.Barrier(2)
lock = threading.Lock()
inside = 0
most = 0


def visit():
    global inside, most
    with places:
        with lock:
            inside += 1
            most = max(most, inside)
        pair.wait()  # forced: stay until a second guest is inside
        with lock:
            inside -= 1


guests = [threading.Thread(target=visit) for _ in range(6)]
for guest in guests:
    guest.start()
for guest in guests:
    guest.join()

print(f"{len(guests)} guests, at most {most} inside at once")
