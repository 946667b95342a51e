# /// script
# requires-python = ">=3.13"
# [tool.verbatim]
# optional = true
# ///
from typing import Any, TypeIs, assert_type


def is_texts(value: list[Any]) -> TypeIs[list[str]]:
    return all(isinstance(item, str) for item in value)


def count(value: list[str] | list[int]) -> str:
    if is_texts(value):
        assert_type(value, list[str])
        return f"{len(value)} texts"
    assert_type(value, list[int])
    return f"{len(value)} numbers"


print(count(["tea"]))
print(count([3, 4]))
no_numbers: list[int] = []
print(count(no_numbers))
print(is_texts.__annotations__["return"])
