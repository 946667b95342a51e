# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
import pickle
from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Job:
    name: str
    steps: list[Callable[[int], int]]


plan = {"nightly": Job("backup", [abs, lambda n: n + 1])}
try:
    pickle.dumps(plan)
except pickle.PicklingError as error:
    print(type(error).__name__)
    for note in error.__notes__:
        print("  ", note)
