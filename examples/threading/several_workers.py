# /// script
# requires-python = ">=3.11"
# ///
import queue
import random
import threading
import time

jobs = queue.Queue()
done = []


def work():
    while (job := jobs.get()) is not None:
        time.sleep(random.uniform(0.01, 0.05))
        done.append(job)


workers = [threading.Thread(target=work) for _ in range(3)]
for worker in workers:
    worker.start()

for job in [1, 2, 3, 4, 5, 6]:
    jobs.put(job)
for _ in workers:
    jobs.put(None)  # one for each worker

for worker in workers:
    worker.join()
print(f"Done: {sorted(done)}")
