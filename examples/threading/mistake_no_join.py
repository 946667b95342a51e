# /// script
# requires-python = ">=3.11"
# ///
import threading
import time

result = []


def compute():
    time.sleep(0.5)
    result.append(42)


thread = threading.Thread(target=compute)
thread.start()
print(f"Without join: {result}")
thread.join()
print(f"After join: {result}")
