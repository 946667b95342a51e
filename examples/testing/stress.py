# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with a lock"
# [tool.verbatim.variant.replace]
# "def add(" = """
# lock = threading.Lock()
#
#
# def add("""
# "        count = add(count, 1)" = """
#         with lock:
#             count = add(count, 1)"""
# "+ 5" = "+ 0.3"
# ///
import sys
import threading
import time

count = 0


def add(number: int, amount: int) -> int:
    return number + amount


def increment() -> None:
    global count
    for _ in range(2000):
        count = add(count, 1)


def total_of_four() -> int:
    global count
    count = 0
    threads = [threading.Thread(target=increment) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return count


usual = sys.getswitchinterval()
sys.setswitchinterval(1e-6)  # seconds
try:
    deadline = time.monotonic() + 5
    while (total := total_of_four()) == 8000:
        if time.monotonic() > deadline:
            break
finally:
    sys.setswitchinterval(usual)
print(f"found a lost update: {total < 8000}")
