# /// script
# requires-python = ">=3.11"
# ///
import queue

kinds = [queue.Queue, queue.LifoQueue, queue.PriorityQueue]

for kind in kinds:
    numbers = kind()
    for number in [2, 3, 1]:
        numbers.put(number)
    out = [numbers.get() for _ in range(3)]
    print(f"{kind.__name__}: {out}")
