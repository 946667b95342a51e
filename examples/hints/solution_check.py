# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
from typing import Any, Literal, Union, get_args, get_origin


def fits(value: object, form: Any) -> bool:
    match get_origin(form), get_args(form), value:
        case None, _, _:
            return value is form or isinstance(value, form)
        case origin, forms, _ if origin is Union:
            return any(fits(value, part) for part in forms)
        case origin, allowed, _ if origin is Literal:
            return value in allowed
        case origin, (form,), list(items) if origin is list:
            return all(fits(item, form) for item in items)
        case origin, (key, item), dict(table) if origin is dict:
            return all(fits(k, key) for k in table) and all(
                fits(v, item) for v in table.values()
            )
    return False


type Sizes = dict[str, list[int | None]]

for value in [{"tea": [2, None]}, {"tea": [2, "x"]}, {1: []}, []]:
    print(f"{value}: {fits(value, Sizes.__value__)}")
print(fits("s", Literal["s", "m"]), fits("x", Literal["s", "m"]))
