# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeout = 5
# ///
import queue
import threading

orders = queue.Queue()
cook = threading.Thread(target=lambda: print(orders.get()))
cook.start()
orders.put("Soup for table 4")  # without it, the cook waits for ever
cook.join()
