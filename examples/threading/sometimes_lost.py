# /// script
# requires-python = ">=3.11"
# [tool.verbatim.outcomes]
# runs = 200
# [[tool.verbatim.outcomes.table]]
# prints = "Balance: 200"
# meaning = "One read what the other had written: right, by luck."
# seen = true
# [[tool.verbatim.outcomes.table]]
# prints = "Balance: 150"
# meaning = "Both read before either wrote: one update is lost."
# seen = true
# ///
import random
import threading
import time

balance = 100


def deposit(amount: int) -> None:
    global balance
    time.sleep(random.uniform(0, 0.01))  # on the way to the bank
    seen = balance  # read
    time.sleep(random.uniform(0, 0.01))  # at the counter
    balance = seen + amount  # write


threads = [
    threading.Thread(target=deposit, args=(50,)) for _ in range(2)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(f"Balance: {balance}")
