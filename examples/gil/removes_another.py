# /// script
# requires-python = ">=3.11"
# ///
import threading

found = threading.Event()
changed = threading.Event()


class Order:
    def __init__(self, number: int) -> None:
        self.number = number

    def __repr__(self) -> str:
        return f"order {self.number}"

    def __hash__(self) -> int:
        return hash(self.number)

    def __eq__(self, other: object) -> bool:
        same = isinstance(other, Order) and self.number == other.number
        if same:
            found.set()
            changed.wait()  # forced: here the other thread runs
        return same


def cancel() -> None:
    orders.remove(Order(2))  # one call, and Python code inside


orders = [Order(1), Order(2), Order(3)]
thread = threading.Thread(target=cancel)
thread.start()
found.wait()
print(f"Served: {orders.pop(0)}")
changed.set()
thread.join()
print(f"Left: {orders}")
