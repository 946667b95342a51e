# /// script
# requires-python = ">=3.11"
# dependencies = ["more-itertools>=10"]
# ///
from more_itertools import chunked, pairwise

stations = ["Kiel", "Hamburg", "Hanover", "Fulda", "Munich"]
for legs in chunked(pairwise(stations), 2):
    print(", ".join(f"{a} to {b}" for a, b in legs))
