# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeline = true
# order = { stages = ["* reads *", "* writes *", "*: *"] }
# ///
import sys
import threading
import time

balance = 100
both_have_read = threading.Barrier(2)


def deposit(name: str, amount: int, pause: float) -> None:
    global balance
    seen = balance  # read
    sys.stdout.write(f"{name} reads {seen}\n")
    both_have_read.wait()  # forced: wait until both have read
    time.sleep(pause)
    balance = seen + amount  # write
    sys.stdout.write(f"{name} writes {balance}\n")


threads = [
    threading.Thread(target=deposit, args=args, name=args[0])
    for args in [("Ada", 50, 0.2), ("Bob", 50, 0.4)]
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print("Expected: 200")
print(f"Balance: {balance}")
