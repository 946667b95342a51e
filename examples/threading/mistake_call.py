# /// script
# requires-python = ">=3.11"
# ///
import threading


def report() -> None:
    print(f"Running in {threading.current_thread().name}")


thread = threading.Thread(target=report(), name="worker")  # wrong
thread.start()
thread.join()

thread = threading.Thread(target=report, name="worker")  # right
thread.start()
thread.join()
