# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the extras"
# replace = { ", include_extras=True" = "" }
# ///
from dataclasses import dataclass
from typing import Annotated, get_args, get_type_hints


@dataclass(frozen=True)
class Between:
    low: int
    high: int

    def check(self, name: str, value: int) -> None:
        if not self.low <= value <= self.high:
            raise ValueError(f"{name}: {value}, {self}")


Percent = Annotated[int, Between(0, 100)]


@dataclass
class Lamp:
    name: str
    brightness: Percent

    def __post_init__(self) -> None:
        hints = get_type_hints(type(self), include_extras=True)
        for name, hint in hints.items():
            for rule in get_args(hint):
                if isinstance(rule, Between):
                    rule.check(name, getattr(self, name))


print(Lamp("desk", 40))
try:
    print(Lamp("sun", 900))
except ValueError as error:
    print("refused:", error)
print(get_type_hints(Lamp))
