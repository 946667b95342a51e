# /// script
# requires-python = ">=3.11"
# ///
from collections.abc import Iterator
from typing import Any


class EnumType(type):
    members: dict[str, Any]

    def __new__(
        mcs, name: str, bases: tuple, space: dict[str, Any]
    ) -> Any:
        own = {n: v for n, v in space.items() if n[0] != "_"}
        rest = {n: v for n, v in space.items() if n not in own}
        cls = super().__new__(mcs, name, bases, rest)
        cls.members = {}
        for key, value in own.items():
            member: Any = object.__new__(cls)
            member.name, member.value = key, value
            cls.members[key] = member
            setattr(cls, key, member)
        return cls

    def __iter__(cls) -> Iterator[Any]:
        return iter(cls.members.values())

    def __call__(cls, value: object) -> Any:
        for member in cls:
            if member.value == value:
                return member
        raise ValueError(f"{value!r} is no {cls.__name__}")


class Size(metaclass=EnumType):
    SMALL: Any = 10
    LARGE: Any = 20


print([member.name for member in Size])
print(Size.LARGE.value, Size(20) is Size.LARGE)
print(isinstance(Size.SMALL, Size))
try:
    Size(30)
except ValueError as error:
    print(error)
