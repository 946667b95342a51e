# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# cores = 2
# timeout = 30
# mask = [{ name = "cores-busy", pattern = 'Cores busy: (\d\.\d)', min = 0.5, max = 2.2 }]
# ///
import threading
import time


def count():
    """Compute in pure Python, without any waiting."""
    total = 0
    for number in range(1_000_000):
        total += number % 7


def cores_busy():
    threads = [threading.Thread(target=count) for _ in range(2)]
    wall, processor = time.perf_counter(), time.process_time()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    processor = time.process_time() - processor
    return processor / (time.perf_counter() - wall)


busy = max(cores_busy() for _ in range(5))  # the best of five
print(f"Cores busy: {busy:.1f}")
print(f"At the same time: {'yes' if busy > 1.3 else 'no'}")
