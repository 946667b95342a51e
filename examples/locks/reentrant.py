# /// script
# requires-python = ">=3.11"
# ///
import threading


def enter_twice(lock):
    with lock:
        got_it = lock.acquire(timeout=0.05)  # the same thread again
        if got_it:
            lock.release()
    return got_it


print(f"Lock:  {enter_twice(threading.Lock())}")
print(f"RLock: {enter_twice(threading.RLock())}")
