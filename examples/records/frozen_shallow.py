# /// script
# requires-python = ">=3.11"
# ///
from dataclasses import dataclass


@dataclass(frozen=True)
class Route:
    name: str
    stops: list[str]


@dataclass(frozen=True)
class FixedRoute:
    name: str
    stops: tuple[str, ...]


route = Route("12", ["Harbor", "Market"])
route.stops.append("Zoo")
print("stops:", route.stops)
try:
    print({route})
except TypeError:
    print("a route: unhashable")

fixed = FixedRoute("12", ("Harbor", "Market"))
same = FixedRoute("12", ("Harbor", "Market"))
print("fixed routes in a set:", len({fixed, same}))
