# /// script
# requires-python = ">=3.11"
# ///
import io
import queue
import threading

lines = queue.SimpleQueue()
log = io.StringIO()  # stands in for a file


def keep_log():
    while (line := lines.get()) is not None:
        log.write(f"{line}\n")


def work(name):
    for step in [1, 2]:
        lines.put(f"{name}: step {step}")


keeper = threading.Thread(target=keep_log)
keeper.start()
workers = [
    threading.Thread(target=work, args=(name,))
    for name in ["red", "blue"]
]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
lines.put(None)
keeper.join()
print(f"{len(log.getvalue().splitlines())} whole lines")
