# /// script
# requires-python = ">=3.11"
# ///
from functools import cached_property
from typing import Any


def lookup(obj: Any, name: str) -> Any:
    kind = type(obj)
    in_class = [vars(c)[name] for c in kind.__mro__ if name in vars(c)]
    found = in_class[0] if in_class else None
    getter = getattr(type(found), "__get__", None)
    if getter and hasattr(type(found), "__set__"):
        return getter(found, obj, kind)  # a data descriptor
    if name in vars(obj):
        return vars(obj)[name]
    if getter:
        return getter(found, obj, kind)  # a non-data descriptor
    if not in_class:
        raise AttributeError(name)
    return found


class Base:
    plain = "class"

    @property
    def data(self) -> str:
        return "property"

    def method(self) -> str:
        return "method"


class Child(Base):
    @cached_property
    def cached(self) -> str:
        return "computed"


child = Child()
vars(child).update(plain="instance", data="instance")
for name in ("plain", "data", "cached", "cached"):
    print(name, lookup(child, name), getattr(child, name))
print(lookup(child, "method")() == child.method())
try:
    lookup(child, "missing")
except AttributeError as error:
    print(f"AttributeError: {error}")
