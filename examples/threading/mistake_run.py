# /// script
# requires-python = ">=3.11"
# ///
import threading


def report() -> None:
    print(f"Running in {threading.current_thread().name}")


threading.Thread(target=report, name="worker").run()  # wrong

thread = threading.Thread(target=report, name="worker")
thread.start()  # right
thread.join()
