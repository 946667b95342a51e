# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# elapsed = { max = 5.0 }
# ///
import threading

ready = threading.Event()


def keep_watch() -> None:
    try:
        print("Daemon: on duty")
        ready.set()
        threading.Event().wait()  # no thread will set it
    finally:
        print("Daemon: cleaned up")  # never reached


threading.Thread(target=keep_watch, daemon=True).start()
ready.wait()
print("Main: leaving")
