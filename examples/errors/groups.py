# /// script
# requires-python = ">=3.11"
# ///
from typing import Any

fields = {"name": str, "age": int, "city": str}


def read(form: dict[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    errors: list[Exception] = []
    for field, kind in fields.items():
        try:
            values[field] = kind(form[field])
        except (KeyError, ValueError) as error:
            errors.append(error)
    if errors:
        raise ExceptionGroup("the form", errors)
    return values


try:
    read({"name": "Ada", "age": "x"})
except ExceptionGroup as group:
    print(group)
    print(group.exceptions)
    missing, rest = group.split(KeyError)
    print("missing:", missing and missing.exceptions)
    print("rest:", rest and rest.exceptions)
    print(group.subgroup(OSError))
