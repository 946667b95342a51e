# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the semaphore"
# remove = "with places:  # from here on, one connection is ours"
# ///
import threading
from contextlib import suppress

places = threading.BoundedSemaphore(2)
lock = threading.Lock()
everyone = threading.Barrier(6)
in_use = most = 0


def query() -> None:
    global in_use, most
    with places:  # from here on, one connection is ours
        with lock:
            in_use += 1
            most = max(most, in_use)
        with suppress(threading.BrokenBarrierError):
            everyone.wait(timeout=0.3)  # opens only if all are inside
        with lock:
            in_use -= 1


clients = [threading.Thread(target=query) for _ in range(6)]
for client in clients:
    client.start()
for client in clients:
    client.join()

print(f"{len(clients)} queries, at most {most} at once")
