# /// script
# requires-python = ">=3.11"
# ///
import functools
from datetime import date


@functools.singledispatch
def to_json(value: object) -> str:
    raise TypeError(f"no JSON for {type(value).__name__}")


@to_json.register
def _(value: int | float) -> str:
    return str(value)


@to_json.register
def _(value: bool) -> str:
    return str(value).lower()


@to_json.register
def _(value: date) -> str:
    return f'"{value.isoformat()}"'


@to_json.register
def _(value: list) -> str:
    return f"[{', '.join(to_json(item) for item in value)}]"


print(to_json([3, True, date(2027, 1, 31)]))
try:
    to_json({3})
except TypeError as error:
    print("TypeError:", error)
