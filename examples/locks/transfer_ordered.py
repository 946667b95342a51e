# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "in the order of the arguments"
# remove = "pair.sort(key=lambda account: account.name)"
# hangs = true
# timeout = 1
# [[tool.verbatim.variant]]
# name = "without the locks"
# recorded = false
# [tool.verbatim.variant.replace]
# "with first.lock" = "if True"
# "with second.lock" = "if True"
# ///
import threading

meeting = threading.Barrier(2)


def meet() -> None:
    try:
        meeting.wait(timeout=0.5)
    except threading.BrokenBarrierError:
        pass  # the other thread cannot come: go on without it


class Account:
    def __init__(self, name: str, balance: int) -> None:
        self.name = name
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source: Account, target: Account, amount: int) -> None:
    meeting.wait()  # both begin at the same time
    pair = [source, target]
    pair.sort(key=lambda account: account.name)
    first, second = pair
    with first.lock:
        meet()  # forced: hold the first lock, wait for the other
        with second.lock:
            less = source.balance - amount
            more = target.balance + amount
            meet()  # fails at once, if the locks keep the other out
            source.balance, target.balance = less, more


ada, bob = Account("Ada", 100), Account("Bob", 100)
threads = [
    threading.Thread(target=transfer, args=args)
    for args in [(ada, bob, 30), (bob, ada, 50)]
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(f"Ada: {ada.balance}, Bob: {bob.balance}")
