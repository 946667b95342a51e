# /// script
# requires-python = ">=3.11"
# ///
import threading

lock = threading.Lock()
cache = {}
calls = []


def load(name):
    calls.append(name)
    return name.upper()


def get(name):
    with lock:  # looking and storing: one step
        if name not in cache:
            cache[name] = load(name)
        return cache[name]


threads = [
    threading.Thread(target=get, args=("maps",)) for _ in range(5)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(f"{len(threads)} asked, {len(calls)} loaded: {cache}")
