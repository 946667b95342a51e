# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the lock"
# remove = "with balance.get_lock():  # look and take in one step"
# [[tool.verbatim.variant]]
# name = "with a lock of threading"
# [tool.verbatim.variant.replace]
# "def withdraw(" = """
# lock = threading.Lock()
#
#
# def withdraw("""
# "with balance.get_lock():" = "with lock:"
# ///
import threading
from contextlib import suppress
from multiprocessing import Array, Barrier, Process, Value
from multiprocessing.sharedctypes import (
    Synchronized,
    SynchronizedArray,
)


def withdraw(
    balance: "Synchronized[int]",
    amount: int,
    paid: "SynchronizedArray[int]",
    customer: int,
    meeting: threading.Barrier,
) -> None:
    meeting.wait()  # both are at the counter
    with balance.get_lock():  # look and take in one step
        seen = balance.value
        with suppress(threading.BrokenBarrierError):
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
