# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.mask]]
# name = "inside"
# pattern = 'inside the lock: (\d\.\d)'
# min = 0.5
# max = 1.0
# [[tool.verbatim.mask]]
# name = "outside"
# pattern = 'outside: (\d\.\d)'
# min = 0.1
# max = 0.3
# ///
import threading
import time

lock = threading.Lock()
pages = []


def wait_inside():
    with lock:
        time.sleep(0.1)  # the network
        pages.append("text")


def wait_outside():
    time.sleep(0.1)  # the network
    with lock:
        pages.append("text")


def measure(target):
    threads = [threading.Thread(target=target) for _ in range(5)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - start


print(f"Waiting inside the lock: {measure(wait_inside):.1f} s")
print(f"Waiting outside: {measure(wait_outside):.1f} s")
