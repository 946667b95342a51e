# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
from typing import Any, Literal, Union, get_args, get_origin


def fits(value: object, form: Any) -> bool:
    match get_origin(form), get_args(form), value:
        case None, _, _:
            kind = type(None) if form is None else form
            return isinstance(value, kind)
        case origin, parts, _ if origin is Union:
            return any(fits(value, part) for part in parts)
        case origin, allowed, _ if origin is Literal:
            return value in allowed
        case origin, (part,), list(items) if origin is list:
            return all(fits(item, part) for item in items)
        case origin, (key, item), dict(table) if origin is dict:
            return all(
                fits(k, key) and fits(v, item) for k, v in table.items()
            )
    return False


type Sizes = dict[str, list[int | None]]

for value in [{"tea": [2, None]}, {"tea": [2, "x"]}, {1: []}, []]:
    print(f"{value}: {fits(value, Sizes.__value__)}")
print(fits("s", Literal["s", "m"]), fits("x", Literal["s", "m"]))
print(fits([None], list[None]), fits(int, int))
