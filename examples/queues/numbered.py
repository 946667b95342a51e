# /// script
# requires-python = ">=3.11"
# ///
import queue
import random
import threading
import time

texts = queue.Queue()
sizes = queue.Queue()


def measure():
    while (numbered := texts.get()) is not None:
        number, text = numbered
        time.sleep(random.uniform(0, 0.02))
        sizes.put((number, len(text)))


words = ["one", "two", "three", "four", "five"]
workers = [threading.Thread(target=measure) for _ in range(3)]
for worker in workers:
    worker.start()
for numbered in enumerate(words):
    texts.put(numbered)
for _ in workers:
    texts.put(None)
for worker in workers:
    worker.join()

arrived = [sizes.get() for _ in words]
print([size for number, size in sorted(arrived)])
