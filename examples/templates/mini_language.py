# /// script
# requires-python = ">=3.11"
# ///
import datetime

specs: list[tuple[object, str]] = [
    ("tea", "*^9"),
    (1234567.891, ",.2f"),
    (-42, "08d"),
    (0.1234, ".1%"),
    (48879, "#x"),
    (2048, "_b"),
    (6.02214076e23, ".3g"),
    (datetime.date(2026, 1, 31), "%d %B %Y"),
]

for value, spec in specs:
    print(f"{spec:>9} -> |{value:{spec}}|")
