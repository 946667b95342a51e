# /// script
# requires-python = ">=3.11"
# ///
import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.RLock()

    def add(self, amount):
        with self.lock:
            self.balance += amount

    def double(self):
        with self.lock:  # nobody comes in between
            self.add(self.balance)  # takes the lock again


account = Account(100)
threads = [threading.Thread(target=account.double) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(f"Balance: {account.balance}")
