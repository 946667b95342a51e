# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
from typing import TypeForm, TypeIs, Union, get_args


def fits[T](value: object, form: TypeForm[T]) -> TypeIs[T]:
    if isinstance(form, Union):
        return any(fits(value, part) for part in get_args(form))
    if isinstance(form, type):
        return isinstance(value, form)
    raise TypeError(f"not known: {form}")


for form in [int, int | None, TypeForm(int | str)]:
    print(f"{form}:", [fits(value, form) for value in [3, None]])
print("a class:", isinstance(int | None, type))
