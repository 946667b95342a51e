# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeout = 30
# ///
import threading

counter = 0
lock = threading.Lock()


def count():
    global counter
    for _ in range(100_000):
        with lock:
            counter += 1


threads = [threading.Thread(target=count) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(f"Counter: {counter}")
