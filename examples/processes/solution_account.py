# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the lock"
# remove = "with balance.get_lock():  # look and take in one step"
# [[tool.verbatim.variant]]
# name = "with a lock of threading"
# [tool.verbatim.variant.replace]
# "import BrokenBarrierError" = """
# import BrokenBarrierError, Lock
#
# lock = Lock()"""
# "with balance.get_lock():" = "with lock:"
# ///
from contextlib import suppress
from multiprocessing import Array, Barrier, Process, Value
from threading import BrokenBarrierError


def withdraw(balance, amount, paid, customer, meeting):
    meeting.wait()  # both are at the counter
    with balance.get_lock():  # look and take in one step
        seen = balance.value
        with suppress(BrokenBarrierError):
            meeting.wait(timeout=0.5)  # forced: has the other looked?
        if seen >= amount:
            balance.value = seen - amount
            paid[customer] = amount


if __name__ == "__main__":
    balance = Value("i", 100)
    paid = Array("i", 2)
    meeting = Barrier(2)
    customers = [
        Process(target=withdraw, args=(balance, 70, paid, n, meeting))
        for n in range(2)
    ]
    for customer in customers:
        customer.start()
    for customer in customers:
        customer.join()
    print(f"Paid: {sum(paid[:])}, balance: {balance.value}")
