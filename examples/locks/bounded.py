# /// script
# requires-python = ">=3.11"
# ///
import threading

plain = threading.Semaphore(1)
plain.release()  # a mistake: it is not held
first = plain.acquire(blocking=False)
second = plain.acquire(blocking=False)
print(f"Semaphore(1) let two in: {first and second}")

bounded = threading.BoundedSemaphore(1)
try:
    bounded.release()  # the same mistake
except ValueError as error:
    print(f"BoundedSemaphore(1): {error}")
