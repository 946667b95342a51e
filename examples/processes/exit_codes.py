# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# stderr = true
# ///
import sys
from multiprocessing import Event, Process


def fail() -> None:
    sys.tracebacklimit = 0  # no lines of the file in the traceback
    raise ValueError("no luck")


if __name__ == "__main__":
    children = {
        "returns": Process(target=abs, args=(-3,)),
        "exits with 3": Process(target=sys.exit, args=(3,)),
        "exits with a text": Process(target=sys.exit, args=("full",)),
        "raises": Process(target=fail, name="unlucky"),
        "is terminated": Process(target=Event().wait),
    }
    print(f"not started: {Process().exitcode}")
    for what, child in children.items():
        child.start()
        if what == "is terminated":
            print(f"still running: {child.exitcode}")
            child.terminate()
        child.join()
        print(f"{what}: {child.exitcode}")
