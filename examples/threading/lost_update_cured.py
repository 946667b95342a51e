# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeline = true
# [[tool.verbatim.variant]]
# name = "without the lock"
# remove = "with lock:"
# ///
import threading

balance = 100
lock = threading.Lock()
has_read = threading.Event()
meeting = threading.Barrier(2)


def meet() -> None:
    try:
        meeting.wait(timeout=0.5)
    except threading.BrokenBarrierError:
        pass  # the other thread cannot come: go on without it


# region deposit
def deposit(amount: int) -> None:
    global balance
    with lock:
        seen = balance  # read
        has_read.set()
        meet()  # forced: the other may come now
        balance = seen + amount  # write
    # endregion


ada = threading.Thread(target=deposit, args=(50,), name="Ada")
bob = threading.Thread(target=deposit, args=(50,), name="Bob")
ada.start()
has_read.wait()
bob.start()
ada.join()
bob.join()

print("Expected: 200")
print(f"Balance: {balance}")
