# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the lock"
# remove = "with lock:  # looking and storing: one step"
# [[tool.verbatim.variant]]
# name = "with a lock for storing alone"
# [tool.verbatim.variant.replace]
# "with lock:  # looking and storing: one step" = "if True:"
# "cache[name] = load(name)" = """
# loaded = load(name)
#             with lock:
#                 cache[name] = loaded"""
# ///
import threading

lock = threading.Lock()
cache: dict[str, str] = {}
calls: list[str] = []
meeting = threading.Barrier(5)


def meet() -> None:
    try:
        meeting.wait(timeout=0.5)
    except threading.BrokenBarrierError:
        pass  # the others cannot come: go on without them


def load(name: str) -> str:
    calls.append(name)
    meet()  # forced: all five may come in here, if they can
    return name.upper()


def get(name: str) -> str:
    meeting.wait()  # all begin at the same time
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
