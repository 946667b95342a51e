# /// script
# requires-python = ">=3.11"
# [tool.verbatim.artifacts]
# "planets.csv" = "The inner planets: width, day and year"
# "widest.json" = "The widest of them"
# ///
import csv
import json
from pathlib import Path

PLANETS = [
    ("Mercury", 4_879, 4_222.6, 88.0),
    ("Venus", 12_104, 2_802.0, 224.7),
    ("Earth", 12_756, 24.0, 365.2),
    ("Mars", 6_792, 24.7, 687.0),
]

# region csv
with Path("planets.csv").open("w", newline="") as file:
    table = csv.writer(file)
    table.writerow(
        ["Planet", "Diameter, km", "Day, hours", "Year, days"]
    )
    table.writerows(PLANETS)
# endregion

# region json
name, diameter, *_ = max(PLANETS, key=lambda planet: planet[1])
widest = {"planet": name, "diameter": diameter}
Path("widest.json").write_text(json.dumps(widest, indent=2) + "\n")
# endregion
