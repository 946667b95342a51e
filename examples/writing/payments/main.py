# /// script
# requires-python = ">=3.11"
# ///
import csv
from pathlib import Path

from money import in_words

with Path("payments.csv").open(newline="") as file:
    for row in csv.DictReader(file):
        print(f"{row['name']}: {in_words(int(row['cents']))}")

print(f"Files: {sorted(path.name for path in Path().glob('*.*'))}")
