# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
from typing import NotRequired, ReadOnly, TypedDict


class Event(TypedDict, closed=True):
    id: ReadOnly[int]
    name: str
    place: NotRequired[str]


class Labels(TypedDict, extra_items=str):
    version: int


event: Event = {"id": 7, "name": "launch"}
print(type(event).__name__, event)
print("required:", sorted(Event.__required_keys__))
print("optional:", sorted(Event.__optional_keys__))
print("read only:", sorted(Event.__readonly_keys__))
print("closed:", Event.__closed__)
print("more in Labels:", Labels.__extra_items__)
print("no check:", Event(id="x", color="red"))
