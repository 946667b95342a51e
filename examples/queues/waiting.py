# /// script
# requires-python = ">=3.11"
# ///
import queue

orders = queue.Queue(maxsize=1)

try:
    orders.get(timeout=0.05)
except queue.Empty:
    print("get: nothing came")

orders.put("soup")
try:
    orders.put("salad", timeout=0.05)
except queue.Full:
    print("put: no room")

print(f"Waiting: {orders.get_nowait()}")
