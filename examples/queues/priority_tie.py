# /// script
# requires-python = ">=3.11"
# ///
import itertools
import queue

jobs = queue.PriorityQueue()
jobs.put((1, {"job": "water plants"}))
try:
    jobs.put((1, {"job": "feed cat"}))
except TypeError as error:
    print(f"wrong: {error}")

jobs = queue.PriorityQueue()
ticket = itertools.count()  # no number comes twice
for priority, name in [
    (1, "water plants"),
    (0, "put out fire"),
    (1, "feed cat"),
]:
    jobs.put((priority, next(ticket), {"job": name}))

while not jobs.empty():  # only this thread takes anything out
    priority, _, job = jobs.get()
    print(f"right: {priority} {job['job']}")
