# /// script
# requires-python = ">=3.13"
# [tool.verbatim]
# optional = true
# ///
import queue
import threading

jobs: queue.Queue[int] = queue.Queue()
in_hand = threading.Event()
finish = threading.Event()
done: list[int | str] = []


def work() -> None:
    try:
        while True:
            job = jobs.get()
            in_hand.set()
            finish.wait()
            done.append(job)
            jobs.task_done()
    except queue.ShutDown:
        done.append("shut down")


for job in [1, 2, 3]:
    jobs.put(job)
worker = threading.Thread(target=work)
worker.start()
in_hand.wait()  # the worker has taken job 1

jobs.shutdown(immediate=True)
print(f"Unfinished: {jobs.unfinished_tasks}, done: {done}")
finish.set()
jobs.join()  # waits for the job in hand
worker.join()
print(f"Unfinished: {jobs.unfinished_tasks}, done: {done}")
