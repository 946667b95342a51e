# /// script
# requires-python = ">=3.11"
# ///
from multiprocessing.reduction import ForkingPickler

numbers = range(100_000)
parcels = {
    "the list": list(numbers),
    "the range": numbers,
    "the sum": sum(numbers),
}
for name, parcel in parcels.items():
    print(f"{name}: {len(ForkingPickler.dumps(parcel))} bytes")
