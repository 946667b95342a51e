# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# exit = 1
# stderr = true
# mask = [{ name = "id", pattern = '(0x[\da-f]+( \[python[\d.]*\])?)' }]
# ///
import faulthandler
import threading

faulthandler.dump_traceback_later(0.2, exit=True)

lock = threading.Lock()


def transfer() -> None:
    with lock:
        log("transferred")


def log(text: str) -> None:
    with lock:  # a second time: this waits forever
        print(text)


transfer()
print("never printed")
