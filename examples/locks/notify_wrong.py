# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with notify all"
# replace = { "notify()  # wakes one thread" = "notify_all()" }
# ///
import threading

shelf: list[str] = []
looks: list[str] = []
changed = threading.Condition()
asleep = threading.Semaphore(0)


def buy(thing: str) -> None:
    def on_the_shelf() -> bool:
        looks.append(thing)
        asleep.release()  # has looked, and goes to sleep
        return thing in shelf

    with changed:
        changed.wait_for(on_the_shelf)


customers: dict[str, threading.Thread] = {}
for thing in ["cake", "bread"]:
    customers[thing] = threading.Thread(target=buy, args=(thing,))
    customers[thing].start()
    asleep.acquire()  # forced: the one for cake sleeps first

with changed:
    looks.clear()
    shelf.append("bread")
    changed.notify()  # wakes one thread
asleep.acquire()
asleep.acquire(timeout=1)  # a second look, if there is one
print(f"Woken by notify(): {sorted(looks)}")

with changed:
    looks.clear()
    shelf.append("cake")
    changed.notify_all()
for customer in customers.values():
    customer.join()
print(f"Woken by notify_all(): {sorted(looks)}")
