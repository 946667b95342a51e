# /// script
# requires-python = ">=3.11"
# dependencies = ["cloudpickle>=3"]
# ///
import pickle
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor

import cloudpickle


def times(factor: int) -> Callable[[int], int]:
    return lambda number: number * factor


def call(parcel: bytes, number: int) -> int:
    function = pickle.loads(parcel)
    return function(number)


if __name__ == "__main__":
    triple = times(3)
    try:
        pickle.dumps(triple)
    except (AttributeError, pickle.PicklingError):
        print("pickle: no")

    parcel = cloudpickle.dumps(triple)
    with ProcessPoolExecutor(max_workers=2) as pool:
        answers = list(pool.map(call, [parcel] * 3, [1, 2, 3]))
    print(f"cloudpickle: {answers}")
