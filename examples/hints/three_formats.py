# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
from annotationlib import Format, get_annotations


def ship(order: Order, days: int = 2) -> list[Parcel]:
    raise NotImplementedError


for format in [Format.VALUE, Format.FORWARDREF, Format.STRING]:
    try:
        hints = get_annotations(ship, format=format)
    except NameError as error:
        print(f"{format.name}: NameError for {error.name}")
    else:
        kinds = [type(hint).__name__ for hint in hints.values()]
        print(f"{format.name}: {kinds}")

texts = get_annotations(ship, format=Format.STRING)
print("as text:", texts["return"])


class Order: ...


class Parcel: ...


print("now:", get_annotations(ship)["order"] is Order)
