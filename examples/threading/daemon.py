# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# elapsed = { max = 5.0 }
# ///
import threading
import time

ready = threading.Event()


def keep_watch():
    try:
        print("Daemon: on duty")
        ready.set()
        time.sleep(60)
    finally:
        print("Daemon: cleaned up")  # never reached


threading.Thread(target=keep_watch, daemon=True).start()
ready.wait()
print("Main: leaving")
