# /// script
# requires-python = ">=3.11"
# ///
import threading

accounts = {"Ada": 100, "Bob": 100}
lock = threading.Lock()
halfway = threading.Event()
counted = threading.Event()


def transfer(amount):
    with lock:
        accounts["Ada"] -= amount
        halfway.set()
        counted.wait(timeout=0.5)  # forced: come now, if you can
        accounts["Bob"] += amount


def count():
    halfway.wait()
    with lock:
        print(f"Counted: {sum(accounts.values())}")
    counted.set()


threads = [
    threading.Thread(target=count),
    threading.Thread(target=transfer, args=(50,)),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(f"At the end: {sum(accounts.values())}")
