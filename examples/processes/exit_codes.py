# /// script
# requires-python = ">=3.11"
# ///
import os
import sys
import time
from multiprocessing import Process


def fail():
    sys.stderr = open(os.devnull, "w")  # no traceback on this page
    raise ValueError("no luck")


if __name__ == "__main__":
    children = {
        "returns": Process(target=abs, args=(-3,)),
        "exits": Process(target=sys.exit, args=(3,)),
        "raises": Process(target=fail),
        "is ended": Process(target=time.sleep, args=(60,)),
    }
    for child in children.values():
        child.start()
    last = children["is ended"]
    print(f"still running: {last.exitcode}")
    last.terminate()

    for what, child in children.items():
        child.join()
        print(f"{what}: {child.exitcode}")
