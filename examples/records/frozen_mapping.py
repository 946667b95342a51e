# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
from types import MappingProxyType

prices = {"tea": 3}
view = MappingProxyType(prices)
frozen = frozendict(prices)
prices["tea"] = 4
print("view:", view["tea"], "frozen:", frozen["tea"])

for mapping in [view, frozen]:
    name = type(mapping).__name__
    try:
        mapping["tea"] = 5
    except TypeError:
        print(name, "refuses an assignment")
    try:
        print(name, "has a hash:", len({mapping}) == 1)
    except TypeError:
        print(name, "has no hash")

print("a dict:", isinstance(frozen, dict))
print(frozen | {"cake": 6})
