# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
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
        fields = {}
        if annotate:
            fields = annotationlib.call_annotate_function(
                annotate, annotationlib.Format.FORWARDREF
            )
        space["fields"] = tuple(fields)
        space["__slots__"] = tuple(fields)
        return super().__new__(mcs, name, bases, space)


class Tea(metaclass=Record):
    grams: int
    mixed_with: Tea


print(Tea.fields)
print(hasattr(Tea(), "__dict__"))
