# /// script
# requires-python = ">=3.11"
# [tool.verbatim.outcomes]
# runs = 200
# [[tool.verbatim.outcomes.table]]
# prints = "passed"
# meaning = "The second thread came when the first had loaded."
# seen = true
# [[tool.verbatim.outcomes.table]]
# prints = "failed: loaded 2 times"
# meaning = "It came while the first was loading: the bug shows."
# seen = true
# ///
import threading
from pathlib import Path

Path("a.txt").write_text("maps")
cache: dict[str, str] = {}
loads: list[str] = []


def load(name: str) -> str:
    loads.append(name)
    return Path(f"{name}.txt").read_text()


def get(name: str) -> str:  # the code that we test
    if name not in cache:
        cache[name] = load(name)
    return cache[name]


threads = [threading.Thread(target=get, args=("a",)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
if len(loads) == 1:
    print("passed")
else:
    print(f"failed: loaded {len(loads)} times")
