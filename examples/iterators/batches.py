# /// script
# requires-python = ">=3.13"
# ///
from itertools import batched, islice, pairwise

meters = [3, 8, 9, 15, 16]
print(list(pairwise(meters)))
print([after - before for before, after in pairwise(meters)])
print(list(islice(meters, 1, None, 2)))
print(list(batched(meters, 2)))
try:
    print(list(batched(meters, 2, strict=True)))
except ValueError as error:
    print("ValueError:", error)
