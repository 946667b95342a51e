# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without sorting"
# remove = "cities.sort(key=country)"
# ///
from itertools import groupby

cities = [("Lyon", "FR"), ("Bonn", "DE"), ("Nice", "FR")]


def country(city: tuple[str, str]) -> str:
    return city[1]


cities.sort(key=country)
for key, group in groupby(cities, key=country):
    print(key, [name for name, _ in group])

late = list(groupby(cities, key=country))
print("too late:", [list(group) for _, group in late])
