# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
import gc


def looked_at() -> int:
    before = gc.get_stats()[2]["candidates"]
    gc.collect()
    after = gc.get_stats()[2]["candidates"]
    return round(after - before, -5)  # the data, not Python itself


rows = [[n] for n in range(300_000)]
print("full collection looks at about", looked_at(), "objects")
gc.freeze()
print("after freeze():               ", looked_at())
gc.unfreeze()
print("after unfreeze():             ", looked_at())
