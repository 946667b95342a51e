# /// script
# requires-python = ">=3.11"
# ///
import threading

accounts = {"Ada": 100, "Bob": 100}
halfway = threading.Event()
counted = threading.Event()


def transfer(amount: int) -> None:
    accounts["Ada"] -= amount
    halfway.set()
    counted.wait()  # forced: the count falls into the middle
    accounts["Bob"] += amount


def count() -> None:
    halfway.wait()
    print(f"Counted: {sum(accounts.values())}")
    counted.set()


threads = [
    threading.Thread(target=transfer, args=(50,)),
    threading.Thread(target=count),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(f"At the end: {sum(accounts.values())}")
