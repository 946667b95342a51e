# /// script
# requires-python = ">=3.13"
# [tool.verbatim]
# optional = true
# ///
import queue
import threading

jobs: queue.Queue[int] = queue.Queue()
done: list[int] = []


def work() -> None:
    try:
        while True:
            done.append(jobs.get())
    except queue.ShutDown:
        pass  # nothing left, and nothing more will come


workers = [threading.Thread(target=work) for _ in range(3)]
for worker in workers:
    worker.start()

for job in [1, 2, 3, 4, 5]:
    jobs.put(job)
jobs.shutdown()
for worker in workers:
    worker.join()
print(f"Done: {sorted(done)}")

try:
    jobs.put(6)
except queue.ShutDown:
    print("Put after shutdown: refused")
