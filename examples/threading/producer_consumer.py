# /// script
# requires-python = ">=3.13"
# ///
import queue
import threading
from contextlib import suppress

orders: queue.Queue[str] = queue.Queue(maxsize=2)


def take_orders() -> None:
    for dish in ["soup", "salad", "pasta"]:
        orders.put(dish)  # waits while the queue is full
    orders.shutdown()  # nothing more will come


def cook() -> None:
    with suppress(queue.ShutDown):
        while True:
            dish = orders.get()  # waits while the queue is empty
            print(f"Cooking {dish}")
    print("Kitchen closed")


waiter = threading.Thread(target=take_orders)
chef = threading.Thread(target=cook)
waiter.start()
chef.start()
waiter.join()
chef.join()
