# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Address:
    city: str = "Oslo"


@dataclass
class Person:
    name: str = "Ada"
    address: Address = field(default_factory=Address)


def explain(call: Callable[[], object]) -> None:
    try:
        call()
    except AttributeError as error:
        print(*traceback.format_exception_only(error), end="")


ada = Person()
explain(lambda: ada.nam)
explain(lambda: ada.city)
explain(lambda: [].push("x"))
explain(lambda: {}.put("x"))
