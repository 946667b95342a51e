# /// script
# requires-python = ">=3.11"
# ///
import pickle
import threading
from collections.abc import Callable


def ordinary() -> None:
    pass


def inside() -> Callable[[], None]:
    def local() -> None:
        pass

    return local


things = {
    "a list": [1, 2, 3],
    "a function of the file": ordinary,
    "a built-in function": len,
    "a function inside a function": inside(),
    "a lambda": lambda: None,
    "a generator": (n for n in range(3)),
    "a thread lock": threading.Lock(),
}
for name, thing in things.items():
    try:
        pickle.dumps(thing)
    except (TypeError, AttributeError, pickle.PicklingError):
        print(f"no:  {name}")
    else:
        print(f"yes: {name}")
