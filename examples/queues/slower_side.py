# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeline = true
# ///
import queue
import threading
import time

parcels: queue.Queue[int | None] = queue.Queue(maxsize=2)


def pack() -> None:
    for number in [1, 2, 3, 4, 5]:
        parcels.put(number)  # waits while the queue is full
    parcels.put(None)


def deliver() -> None:
    while (number := parcels.get()) is not None:
        time.sleep(0.3)  # on the road
        print(f"delivered {number}")


threads = [
    threading.Thread(target=target, name=target.__name__)
    for target in (pack, deliver)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
