# /// script
# requires-python = ">=3.11"
# ///
import threading

shelf = []
changed = threading.Condition()
asleep = threading.Semaphore(0)


def buy(thing):
    def on_the_shelf():
        asleep.release()  # has looked, and goes to sleep
        return thing in shelf

    with changed:
        changed.wait_for(on_the_shelf)


customers = {}
for thing in ["cake", "bread"]:
    customers[thing] = threading.Thread(target=buy, args=(thing,))
    customers[thing].start()
    asleep.acquire()  # forced: the one for cake sleeps first

with changed:
    shelf.append("bread")
    changed.notify()  # wakes the one who waits for cake
customers["bread"].join(timeout=0.5)
print(f"After notify(): waiting {customers['bread'].is_alive()}")

with changed:
    shelf.append("cake")
    changed.notify_all()
for customer in customers.values():
    customer.join()
print(f"After notify_all(): waiting {customers['bread'].is_alive()}")
