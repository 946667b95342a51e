# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the two methods"
# remove = [
#   "def __getstate__(self) -> dict[str, Any]:",
#   "def __setstate__(self, state: dict[str, Any]) -> None:",
# ]
# ///
import pickle
import threading
from typing import Any


class Counter:
    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.lock = threading.Lock()

    def add(self, word: str) -> None:
        with self.lock:
            self.counts[word] = self.counts.get(word, 0) + 1

    def __getstate__(self) -> dict[str, Any]:
        with self.lock:
            return {"counts": self.counts.copy()}  # not the lock

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self.lock = threading.Lock()  # a new one


counter = Counter()
counter.add("tea")
try:
    again = pickle.loads(pickle.dumps(counter))
    again.add("tea")
    print(again.counts)
except TypeError as error:
    print(error)
