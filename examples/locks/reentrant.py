# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# hangs = true
# timeout = 1
# [[tool.verbatim.variant]]
# name = "with an RLock"
# replace = { "threading.Lock()" = "threading.RLock()" }
# hangs = false
# timeout = 10
# ///
import threading

lock = threading.Lock()

with lock:
    print("once")
    with lock:  # the same thread again
        print("twice")
print("free again")
