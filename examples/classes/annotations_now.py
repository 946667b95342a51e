# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# [[tool.verbatim.variant]]
# name = "with values"
# replace = { "Format.FORWARDREF" = "Format.VALUE" }
# ///
import annotationlib
from typing import Any


class Record(type):
    fields: tuple[str, ...]

    def __new__(
        mcs, name: str, bases: tuple, space: dict[str, Any]
    ) -> Any:
        annotate = annotationlib.get_annotate_from_class_namespace(
            space
        )
        # Filled only under "from __future__ import annotations"
        fields = space.get("__annotations__", {})
        if annotate:
            fields = annotationlib.call_annotate_function(
                annotate, annotationlib.Format.FORWARDREF
            )
        space["fields"] = tuple(fields)
        space["__slots__"] = tuple(fields)
        return super().__new__(mcs, name, bases, space)


try:

    class Tea(metaclass=Record):
        grams: int
        mixed_with: Tea

    tea = Tea()
    tea.grams = 100
    print(tea.fields, tea.grams, hasattr(tea, "__dict__"))
except NameError as error:
    print(error)
