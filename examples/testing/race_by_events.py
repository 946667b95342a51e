# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeline = true
# ///
import threading
import time

cache: dict[str, str] = {}
loads: list[str] = []
looked = threading.Event()
may_go_on = threading.Event()


def load(name: str) -> str:
    loads.append(threading.current_thread().name)
    if threading.current_thread().name == "first":
        looked.set()  # the first has looked, and found nothing
        may_go_on.wait(timeout=5)
    else:
        time.sleep(0.2)  # the second may take its time
    return name.upper()


def get(name: str) -> str:  # the code that we test
    if name not in cache:
        cache[name] = load(name)
    return cache[name]


first = threading.Thread(target=get, args=("a",), name="first")
first.start()
looked.wait(timeout=5)

second = threading.Thread(target=get, args=("a",), name="second")
second.start()
second.join()  # from beginning to end, while the first waits

may_go_on.set()
first.join()
print(f"loaded {len(loads)} times, by {' and '.join(loads)}")
