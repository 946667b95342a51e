# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# exit = 1
# ///
import sys
import threading


class Connection:
    def __del__(self) -> None:
        raise OSError("close failed")


sys.unraisablehook = lambda info: print("del:", info.exc_value)
threading.excepthook = lambda info: print("thread:", info.exc_value)
sys.excepthook = lambda kind, error, tb: print("main:", error)

connection = Connection()
del connection

thread = threading.Thread(target=int, args=["x"])
thread.start()
thread.join()

raise RuntimeError("the program ends here")
