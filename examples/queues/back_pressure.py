# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with room for ten"
# replace = { "maxsize=3" = "maxsize=10" }
# ///
import queue
import threading

parcels: queue.Queue[int | None] = queue.Queue(maxsize=3)
full = threading.Event()
most = 0
delivered = 0


def pack() -> None:
    global most
    for number in range(20):
        parcels.put(number)  # waits while the queue is full
        most = max(most, parcels.qsize())
        if parcels.full():
            full.set()
    parcels.put(None)


def deliver() -> None:
    global delivered
    full.wait()  # forced: begin late
    while parcels.get() is not None:
        delivered += 1


threads = [
    threading.Thread(target=target) for target in (pack, deliver)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(f"{delivered} delivered, at most {most} in between")
