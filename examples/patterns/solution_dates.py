# /// script
# requires-python = ">=3.11"
# ///
import re
from calendar import month_name
from datetime import date

MONTHS = list(month_name)  # the first is empty: January is 1


def read(text: str) -> date | None:
    match re.findall(r"[A-Za-z]+|[0-9]+", text):
        case [month, day, year] if month in MONTHS and len(year) == 4:
            return date(int(year), MONTHS.index(month), int(day))
        case [year, month, day] if len(year) == 4:
            return date(int(year), int(month), int(day))
        case [day, month, year] if len(year) == 4:
            return date(int(year), int(month), int(day))
    return None


def parse(text: str) -> date | None:
    try:
        return read(text)
    except ValueError:  # no numbers, or no such day
        return None


for text in [
    "2026-03-14",
    "June 14, 2026",
    "14.3.2026",
    "30.2.2026",
    "some other day",
    "soon",
]:
    print(f"{text}: {parse(text)}")
