# /// script
# requires-python = ">=3.11"
# ///
import random
import threading
import time

sizes = {}


def measure(name):
    time.sleep(random.uniform(0.01, 0.05))
    sizes[name] = len(name)


names = ["maps", "music", "photos"]
threads = [
    threading.Thread(target=measure, args=(name,)) for name in names
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

for name in names:
    print(f"{name}: {sizes[name]} letters")
