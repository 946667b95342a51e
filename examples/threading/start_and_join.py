# /// script
# requires-python = ">=3.11"
# ///
import threading
import time

thread = threading.Thread(target=time.sleep, args=(0.5,))
print(f"Created: alive is {thread.is_alive()}")

thread.start()
print(f"Started: alive is {thread.is_alive()}")

thread.join()
print(f"Joined:  alive is {thread.is_alive()}")
