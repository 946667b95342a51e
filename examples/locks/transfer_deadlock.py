# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# hangs = true
# timeout = 1
# timeline = true
# ///
import threading

meeting = threading.Barrier(2)


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source: Account, target: Account, amount: int) -> None:
    with source.lock:
        meeting.wait()  # forced: both hold their first lock
        with target.lock:
            source.balance -= amount
            target.balance += amount


ada, bob = Account(100), Account(100)
one = threading.Thread(
    target=transfer, args=(ada, bob, 30), name="Ada to Bob"
)
two = threading.Thread(
    target=transfer, args=(bob, ada, 50), name="Bob to Ada"
)
one.start()
two.start()
one.join()
two.join()
