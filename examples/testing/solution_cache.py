# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the lock"
# remove = "with lock:"
# ///
import threading

cache: dict[str, str] = {}
loads: list[str] = []
lock = threading.Lock()
first_loads = threading.Event()
may_go_on = threading.Event()


def load(name: str) -> str:
    loads.append(threading.current_thread().name)
    if threading.current_thread().name == "first":
        first_loads.set()
        may_go_on.wait(timeout=5)
    return name.upper()


def get(name: str) -> str:
    with lock:
        if name not in cache:
            cache[name] = load(name)
        return cache[name]


first = threading.Thread(target=get, args=("a",), name="first")
first.start()
first_loads.wait(timeout=5)

second = threading.Thread(target=get, args=("a",), name="second")
second.start()
second.join(timeout=0.5)
print(f"the second waits: {second.is_alive()}")

may_go_on.set()
first.join()
second.join()
print(f"loads: {len(loads)}")
