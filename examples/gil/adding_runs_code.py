# /// script
# requires-python = ">=3.11"
# ///
import threading

both_have_read = threading.Barrier(2)


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __radd__(self, balance):
        both_have_read.wait()  # forced: here the other thread runs
        return balance + self.amount


balance = 100


def deposit(amount):
    global balance
    balance += Money(amount)  # one line, and Python code inside


threads = [
    threading.Thread(target=deposit, args=(50,)) for _ in range(2)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print("Expected: 200")
print(f"Balance: {balance}")
