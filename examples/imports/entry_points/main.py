# /// script
# requires-python = ">=3.11"
# ///
from importlib.metadata import entry_points, metadata, version

print(version("tea-house"), "-", metadata("tea-house")["Summary"])

for point in entry_points(group="tea_house.sweets"):
    make = point.load()
    print(f"{point.name}: {point.value} -> {make()}")
