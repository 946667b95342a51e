# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the report"
# remove = "jobs.task_done()  # whatever became of it"
# hangs = true
# timeout = 1
# ///
import queue
import threading

jobs: queue.Queue[int] = queue.Queue()
results: list[int | None] = []


def work() -> None:
    while True:
        number = jobs.get()
        try:
            results.append(10 // number)
        except ZeroDivisionError:
            results.append(None)
        finally:
            jobs.task_done()  # whatever became of it


for _ in range(3):
    threading.Thread(target=work, daemon=True).start()

for number in [1, 2, 0, 5]:
    jobs.put(number)
jobs.join()  # until each job has been reported as done

print(f"Results: {len(results)}, failed: {results.count(None)}")
print(f"Sum: {sum(result or 0 for result in results)}")
