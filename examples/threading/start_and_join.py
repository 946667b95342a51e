# /// script
# requires-python = ">=3.11"
# ///
import threading

may_end = threading.Event()

thread = threading.Thread(target=may_end.wait)
print(f"Created: alive is {thread.is_alive()}")

thread.start()
print(f"Started: alive is {thread.is_alive()}")

may_end.set()
thread.join()
print(f"Joined:  alive is {thread.is_alive()}")

try:
    thread.start()
except RuntimeError as error:
    print(f"Again:   RuntimeError: {error}")
