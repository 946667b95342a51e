# /// script
# requires-python = ">=3.11"
# ///
from typing import Any

formats: dict[str, type] = {}


class Exporter:
    def __init_subclass__(cls, *, suffix: str, **rest: Any) -> None:
        super().__init_subclass__(**rest)
        if suffix in formats:
            raise TypeError(f"{suffix} is taken")
        formats[suffix] = cls


class Text(Exporter, suffix="txt"): ...


class Json(Exporter, suffix="json"): ...


for suffix, kind in formats.items():
    print(suffix, kind.__name__)
try:

    class Plain(Exporter, suffix="txt"): ...
except TypeError as error:
    print(error)
try:

    class Nameless(Exporter): ...
except TypeError as error:
    print(error)
