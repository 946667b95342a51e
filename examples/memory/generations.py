# /// script
# requires-python = ">=3.11, !=3.14.0, !=3.14.1, !=3.14.2, !=3.14.3, !=3.14.4"
# ///
import gc
from collections import Counter

runs: Counter[int] = Counter()


def watch(phase: str, info: dict[str, int]) -> None:
    if phase == "stop":
        runs[info["generation"]] += 1


print("thresholds:", gc.get_threshold())
gc.collect()  # all counts begin at zero
gc.callbacks.append(watch)

words = [f"word {n}" for n in range(95_000)]
print("95,000 strings:", sorted(runs.items()))
rows = [[n] for n in range(95_000)]
print("95,000 lists:  ", sorted(runs.items()))

middle = len(gc.get_objects(generation=1))
print("over 1,000 in the middle generation:", middle > 1000)
