# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
import json
from compression import zstd
from pathlib import Path

readings = [{"hour": h, "celsius": 20 + h % 5} for h in range(5000)]

with zstd.open("readings.zst", "wt", encoding="utf-8") as file:
    for reading in readings:
        print(json.dumps(reading), file=file)

with zstd.open("readings.zst", "rt", encoding="utf-8") as file:
    again = [json.loads(line) for line in file]

print("lines:", len(again), "equal:", again == readings)
with zstd.open("readings.zst") as file:
    plain = sum(len(line) for line in file)
small = Path("readings.zst").stat().st_size
print("a tenth or less:", small * 10 <= plain)
