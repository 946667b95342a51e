# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the outer lock"
# remove = "with self.lock:  # no other thread comes in between"
# ///
import threading

meeting = threading.Barrier(3)


def meet() -> None:
    try:
        meeting.wait(timeout=0.5)
    except threading.BrokenBarrierError:
        pass  # the others cannot come: go on without them


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance
        self.lock = threading.RLock()

    def add(self, amount: int) -> None:
        with self.lock:
            self.balance += amount

    def double(self) -> None:
        meeting.wait()  # all begin at the same time
        with self.lock:  # no other thread comes in between
            amount = self.balance
            meet()  # forced: the others may come now, if they can
            self.add(amount)  # takes the lock again


account = Account(100)
threads = [threading.Thread(target=account.double) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(f"Balance: {account.balance}")
