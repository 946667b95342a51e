# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with SIGINT"
# [tool.verbatim.variant.replace]
# "import time" = "import os\nimport signal\nimport time"
# "child.terminate()" = "os.kill(child.pid, signal.SIGINT)"
# ///
import time
from multiprocessing import Event, Process


def work(ready):
    try:
        ready.set()
        while True:
            time.sleep(0.01)  # working
    except KeyboardInterrupt:
        print("Child: interrupted")
    finally:
        print("Child: cleaning up")


if __name__ == "__main__":
    ready = Event()
    child = Process(target=work, args=(ready,))
    child.start()
    ready.wait()
    child.terminate()
    child.join()
    print(f"Parent: exit code {child.exitcode}")
