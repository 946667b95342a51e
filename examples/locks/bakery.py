# /// script
# requires-python = ">=3.11"
# ///
import threading

shelf: list[str] = []
changed = threading.Condition()


def bake() -> None:
    for number in range(1, 5):
        with changed:
            shelf.append(f"loaf {number}")
            changed.notify_all()


def buy_two() -> None:
    with changed:
        changed.wait_for(lambda: len(shelf) >= 2)
        print(f"Bought {shelf.pop(0)} and {shelf.pop(0)}")


customers = [threading.Thread(target=buy_two) for _ in range(2)]
for customer in customers:
    customer.start()
baker = threading.Thread(target=bake)
baker.start()

for thread in [baker, *customers]:
    thread.join()
print(f"Left: {shelf}")
