# /// script
# requires-python = ">=3.11"
# ///
import pickle

numbers = range(100_000)
parcels = {
    "the list": list(numbers),
    "the range": numbers,
    "the sum": sum(numbers),
}
for name, parcel in parcels.items():
    print(f"{name}: {len(pickle.dumps(parcel, protocol=4))} bytes")
