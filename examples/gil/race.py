# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# cores = 2
# timeout = 30
# mask = [{ name = "cores-busy", pattern = 'Cores busy: (\d\.\d)', min = 0.5, max = 2.2 }]
# ///
import threading
import time

ROUNDS, TIMES = 8, 100_000
counter = 0


def count():
    global counter
    for _ in range(TIMES):
        counter += 1  # no lock


def cores_busy():
    threads = [threading.Thread(target=count) for _ in range(2)]
    wall, processor = time.perf_counter(), time.process_time()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    processor = time.process_time() - processor
    return processor / (time.perf_counter() - wall)


busy = max(cores_busy() for _ in range(ROUNDS))  # the best round
lost = counter < ROUNDS * 2 * TIMES
print(f"Cores busy: {busy:.1f}")
print(f"At the same time: {'yes' if busy > 1.3 else 'no'}")
print(f"Updates were lost: {'yes' if lost else 'no'}")
