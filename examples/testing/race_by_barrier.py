# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with a lock"
# [tool.verbatim.variant.replace]
# "class Account:" = """
# lock = threading.Lock()
#
#
# class Account:"""
# "        self.balance = self.balance + amount" = """
#         with lock:
#             self.balance = self.balance + amount"""
# "timeout=5" = "timeout=0.5"
# ///
import threading
from contextlib import suppress


class Account:
    balance = 100

    def deposit(self, amount: int) -> None:
        self.balance = self.balance + amount


class SlowAccount(Account):  # the same, with a meeting inside
    stored = 100
    both_have_read = threading.Barrier(2)

    @property
    def balance(self) -> int:
        seen = self.stored
        with suppress(threading.BrokenBarrierError):
            self.both_have_read.wait(timeout=5)
        return seen

    @balance.setter
    def balance(self, value: int) -> None:
        self.stored = value


account = SlowAccount()
threads = [
    threading.Thread(target=account.deposit, args=(50,))
    for _ in range(2)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"expected 200, got {account.stored}")
