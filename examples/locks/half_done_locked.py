# /// script
# requires-python = ">=3.11"
# ///
import threading

accounts = {"Ada": 100, "Bob": 100}
lock = threading.Lock()
halfway = threading.Event()


def transfer(amount):
    with lock:
        accounts["Ada"] -= amount
        halfway.set()  # the count begins now, and has to wait
        accounts["Bob"] += amount


def count():
    halfway.wait()
    with lock:
        print(f"Counted: {sum(accounts.values())}")


threads = [
    threading.Thread(target=transfer, args=(50,)),
    threading.Thread(target=count),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(f"At the end: {sum(accounts.values())}")
