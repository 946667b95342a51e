# /// script
# requires-python = ">=3.11"
# ///
class Fixed:
    """Has __get__ and __set__: a data descriptor."""

    def __get__(self, obj: object, owner: type) -> str:
        return "from the descriptor"

    def __set__(self, obj: object, value: str) -> None:
        raise AttributeError("this one is fixed")


class Default:
    """Has __get__ alone: a non-data descriptor."""

    def __get__(self, obj: object, owner: type) -> str:
        return "from the descriptor"


class Room:
    fixed = Fixed()
    default = Default()
    plain = "from the class"


room = Room()
names = ("fixed", "default", "plain")
for name in names:
    print(f"{name}: {getattr(room, name)}")

print("--- the same names in the instance")
vars(room).update(dict.fromkeys(names, "from the instance"))
for name in names:
    print(f"{name}: {getattr(room, name)}")
