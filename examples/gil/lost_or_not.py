# /// script
# requires-python = ">=3.11"
# ///
import threading

counter = 0
together = threading.Barrier(2)


def count():
    global counter
    together.wait()
    for _ in range(100_000):
        counter += 1  # no lock


def lost_in_one_round():
    global counter
    counter = 0
    threads = [threading.Thread(target=count) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return counter < 200_000


lost = any(lost_in_one_round() for _ in range(10))
print(f"Updates were lost: {'yes' if lost else 'no'}")
