# /// script
# requires-python = ">=3.11"
# ///
import sys
import threading
import traceback

vault = threading.Lock()
arrived = threading.Event()


def open_vault() -> None:
    arrived.set()
    with vault:
        pass


def serve() -> None:
    open_vault()


def functions(thread: threading.Thread) -> list[str]:
    assert thread.ident is not None  # it has been started
    stack = traceback.extract_stack(sys._current_frames()[thread.ident])
    return [at.name for at in stack if at.filename == __file__]


clerk = threading.Thread(target=serve)
with vault:
    clerk.start()
    arrived.wait()
    print(f"The clerk is in {' > '.join(functions(clerk))}")
clerk.join()
