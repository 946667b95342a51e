# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the lock"
# remove = "with lock:"
# ///
import threading

balance = 100
lock = threading.Lock()
meeting = threading.Barrier(2)


def meet():
    try:
        meeting.wait(timeout=0.5)
    except threading.BrokenBarrierError:
        pass  # the other thread cannot come: go on without it


def deposit(amount):
    global balance
    meeting.wait()  # both begin at the same time
    with lock:
        seen = balance  # read
        meet()  # forced: the other thread may come now, if it can
        balance = seen + amount  # write


threads = [
    threading.Thread(target=deposit, args=(50,)) for _ in range(2)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print("Expected: 200")
print(f"Balance: {balance}")
