# /// script
# requires-python = ">=3.11"
# [tool.verbatim.outcomes]
# runs = 200
# [[tool.verbatim.outcomes.table]]
# prints = "passed"
# meaning = "The second thread came when the first had loaded."
# seen = true
# [[tool.verbatim.outcomes.table]]
# prints = "failed: loaded 2 times"
# meaning = "It came while the first was loading: the bug shows."
# seen = true
# ///
import random
import threading
import time

cache = {}
loads = []


def load(name):
    loads.append(name)
    time.sleep(random.uniform(0, 0.01))  # the disk
    return name.upper()


def get(name):  # the code that we test
    if name not in cache:
        cache[name] = load(name)
    return cache[name]


def visit():
    time.sleep(random.uniform(0, 0.01))  # the rest of the program
    get("a")


threads = [threading.Thread(target=visit) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
if len(loads) == 1:
    print("passed")
else:
    print(f"failed: loaded {len(loads)} times")
