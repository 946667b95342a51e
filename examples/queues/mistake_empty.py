# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with a plain get"
# replace = { "timeout=0.05" = "" }
# hangs = true
# timeout = 1
# ///
import queue
import threading

jobs: queue.Queue[str] = queue.Queue()
jobs.put("the only one")
both_have_looked = threading.Barrier(2)
outcome: list[str] = []


def work() -> None:
    if not jobs.empty():  # wrong: look first, act later
        both_have_looked.wait()  # forced
        try:
            outcome.append(jobs.get(timeout=0.05))
        except queue.Empty:
            outcome.append("nothing, though it was not empty")


workers = [
    threading.Thread(target=work, name="worker") for _ in range(2)
]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
for line in sorted(outcome, reverse=True):
    print(f"Got {line}")
