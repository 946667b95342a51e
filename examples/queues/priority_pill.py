# /// script
# requires-python = ">=3.11"
# ///
import itertools
import math
import queue

STOP = object()
ticket = itertools.count()


def work(pill_priority: float) -> list[object]:
    jobs = queue.PriorityQueue()
    jobs.put((pill_priority, next(ticket), STOP))
    for priority, job in [(2, "sweep"), (1, "cook")]:
        jobs.put((priority, next(ticket), job))
    done = []
    while (job := jobs.get()[-1]) is not STOP:
        done.append(job)
    return done


print(f"Pill of priority 0: {work(0)}")
print(f"Pill of the last priority: {work(math.inf)}")
