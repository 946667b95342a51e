# /// script
# requires-python = ">=3.11"
# ///
import json
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import Any, get_type_hints


class Size(Enum):
    SMALL = "s"
    LARGE = "l"


@dataclass(frozen=True)
class Drink:
    name: str
    size: Size


@dataclass(frozen=True)
class Order:
    table: int
    drink: Drink


def build(cls: Any, data: dict[str, Any]) -> Any:
    hints = get_type_hints(cls)
    values = {}
    for field in fields(cls):
        value, kind = data[field.name], hints[field.name]
        if is_dataclass(kind):
            value = build(kind, value)
        elif issubclass(kind, Enum):
            value = kind(value)
        values[field.name] = value
    return cls(**values)


TEXT = '{"table": 5, "drink": {"name": "tea", "size": "%s"}}'
order = build(Order, json.loads(TEXT % "l"))
print(order)
print("equal:", order == Order(5, Drink("tea", Size.LARGE)))
try:
    build(Order, json.loads(TEXT % "q"))
except ValueError as error:
    print("refused:", error)
