# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# mask = [
#   { name = "ratio", pattern = 'by (\d+)', min = 10, max = 50000 },
# ]
# ///
import timeit

names = [f"user {n}" for n in range(2000)]
counts = {"setup": 0, "statement": 0}


def best(collection: object) -> float:
    def setup() -> None:
        counts["setup"] += 1

    timer = timeit.Timer(
        'counts["statement"] += 1; "nobody" in collection',
        setup,
        globals={"counts": counts, "collection": collection},
    )
    return min(timer.repeat(repeat=5, number=200))


ratio = best(names) / best(set(names))
print(counts)
print(f"the list is slower by {ratio:.0f}")
