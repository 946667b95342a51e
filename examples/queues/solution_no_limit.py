# /// script
# requires-python = ">=3.11"
# ///
import queue
import threading

parcels: queue.Queue[int] = queue.Queue()  # no maxsize
full = threading.Event()


def pack() -> None:
    for number in range(20):
        parcels.put(number)
        if parcels.full():
            full.set()


packer = threading.Thread(target=pack)
packer.start()
packer.join()
print(f"Packed and lying there: {parcels.qsize()}")
print(f"Was full: {full.wait(timeout=0.05)}")
