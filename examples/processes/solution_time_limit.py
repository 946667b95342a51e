# /// script
# requires-python = ">=3.11"
# ///
import time
from multiprocessing import Process


def run(target, args, seconds):
    """True if the call finished in time; else it is ended."""
    child = Process(target=target, args=args)
    child.start()
    child.join(timeout=seconds)
    in_time = child.exitcode is not None
    if not in_time:
        child.terminate()
        child.join()
    child.close()
    return in_time


if __name__ == "__main__":
    print(f"Short: {run(time.sleep, (0,), seconds=5)}")
    print(f"Long:  {run(time.sleep, (60,), seconds=0.2)}")
