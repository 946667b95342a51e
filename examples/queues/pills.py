# /// script
# requires-python = ">=3.11"
# ///
import queue
import threading

STOP = object()  # equal to nothing but itself
jobs: queue.Queue[object] = queue.Queue()
done: list[object] = []


def work() -> None:
    while (job := jobs.get()) is not STOP:
        done.append(job)
    jobs.put(STOP)  # for the next worker


workers = [threading.Thread(target=work) for _ in range(3)]
for worker in workers:
    worker.start()

for job in ["wash", None, "dry"]:
    jobs.put(job)
jobs.put(STOP)

for worker in workers:
    worker.join()
print(f"Done: {len(done)}, with None: {None in done}")
print(f"Left in the queue: {jobs.qsize()}")
