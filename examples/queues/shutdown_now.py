# /// script
# requires-python = ">=3.13"
# [tool.verbatim]
# optional = true
# ///
import queue


def three_jobs() -> queue.Queue[int]:
    jobs: queue.Queue[int] = queue.Queue()
    for job in [1, 2, 3]:
        jobs.put(job)
    return jobs


def what_is_left(jobs: queue.Queue[int]) -> list[int]:
    left = []
    try:
        while True:
            left.append(jobs.get())
    except queue.ShutDown:
        return left


jobs = three_jobs()
jobs.shutdown()
print(f"shutdown(): {what_is_left(jobs)}")

jobs = three_jobs()
jobs.shutdown(immediate=True)
print(f"shutdown(immediate=True): {what_is_left(jobs)}")
jobs.join()
print("join() does not wait for jobs thrown away")
