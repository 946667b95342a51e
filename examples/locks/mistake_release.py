# /// script
# requires-python = ">=3.11"
# ///
import threading

lock = threading.Lock()


def wrong(text: str) -> int:
    lock.acquire()
    number = int(text)  # raises: the next line is never reached
    lock.release()
    return number


def right(text: str) -> int:
    with lock:
        return int(text)


for parse in [right, wrong]:
    try:
        parse("ten")
    except ValueError:
        print(f"{parse.__name__}: still locked is {lock.locked()}")
