# /// script
# requires-python = ">=3.11"
# ///
import queue
import threading

orders = queue.Queue(maxsize=2)


def take_orders():
    for dish in ["soup", "salad", "pasta"]:
        orders.put(dish)  # waits while the queue is full
    orders.put(None)  # nothing more will come


def cook():
    while True:
        dish = orders.get()  # waits while the queue is empty
        if dish is None:
            break
        print(f"Cooking {dish}")
    print("Kitchen closed")


waiter = threading.Thread(target=take_orders)
chef = threading.Thread(target=cook)
waiter.start()
chef.start()
waiter.join()
chef.join()
