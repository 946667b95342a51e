# /// script
# requires-python = ">=3.11"
# ///
import threading

lock = threading.Lock()
print(f"New: locked is {lock.locked()}")

with lock:
    print(f"In the block: locked is {lock.locked()}")
    got_it = lock.acquire(blocking=False)
    print(f"A second acquire: {got_it}")

print(f"After the block: locked is {lock.locked()}")
