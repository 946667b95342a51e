# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with SIGINT"
# [tool.verbatim.variant.replace]
# "import multiprocessing" = """
# import multiprocessing
# import os
# import signal"""
# "child.terminate()" = "os.kill(child.pid, signal.SIGINT)"
# ///
import multiprocessing
from multiprocessing.synchronize import Event
from pathlib import Path

draft = Path("draft.txt")


def work(ready: Event) -> None:
    draft.touch()
    try:
        ready.set()
        while True:
            sum(range(10_000))  # computing
    except KeyboardInterrupt:
        print("Child: interrupted")
    finally:
        draft.unlink()
        print("Child: cleaned up")


if __name__ == "__main__":
    ready = multiprocessing.Event()
    child = multiprocessing.Process(target=work, args=(ready,))
    child.start()
    ready.wait()
    child.terminate()
    child.join()
    print(f"Parent: exit code {child.exitcode}")
    print(f"Parent: the draft is still there: {draft.exists()}")
