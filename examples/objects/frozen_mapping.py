# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
from types import MappingProxyType

sizes = {"S": 36, "M": 40}
view = MappingProxyType(sizes)
frozen = frozendict(sizes)
sizes["L"] = 44
print("view:  ", dict(view))
print("frozen:", dict(frozen))

try:
    frozen["L"] = 44
except TypeError as error:
    print(error)

larger = frozen | {"L": 44}
print(larger)
print(frozen == {"M": 40, "S": 36}, isinstance(frozen, dict))
prices = {frozendict(size="S", color="red"): 19.95}
print(prices[frozendict(color="red", size="S")])
