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
    is_data = any(
        hasattr(type(found), method)
        for method in ("__set__", "__delete__")
    )
    if getter and is_data:
        return getter(found, obj, kind)  # 1. a data descriptor
    own = getattr(obj, "__dict__", {})  # with slots, there is none
    if name in own:
        return own[name]  # 2. the instance
    if getter:
        return getter(found, obj, kind)  # 3. a non-data descriptor
    if in_class:
        return found  # 3. any other value of the class
    if hasattr(kind, "__getattr__"):
        return kind.__getattr__(obj, name)  # 4. the fallback
    raise AttributeError(name)


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

    def __getattr__(self, name: str) -> str:
        if name == "spare":
            return "fallback"
        raise AttributeError(f"no {name}")


child = Child()
vars(child).update(plain="instance", data="instance")
for name in ("plain", "data", "cached", "cached", "spare"):
    print(name, lookup(child, name), getattr(child, name))
print(lookup(child, "method")() == child.method())
try:
    lookup(child, "missing")
except AttributeError as error:
    print(f"AttributeError: {error}")
