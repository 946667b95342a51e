# /// script
# requires-python = ">=3.12"
# ///
from typing import Self, get_overloads, overload, override


class Query:
    def __init__(self) -> None:
        self.parts: list[str] = []

    def where(self, part: str) -> Self:
        self.parts.append(part)
        return self

    @overload
    def get(self, place: int) -> str: ...
    @overload
    def get(self, place: slice) -> list[str]: ...
    def get(self, place: int | slice) -> str | list[str]:
        return self.parts[place]


class Users(Query):
    @override
    def where(self, part: str) -> Self:
        return super().where(f"users.{part}")

    def named(self, name: str) -> Self:
        return self.where(f"name = {name}")


users = Users().where("age > 3").named("Ada")
print(type(users).__name__, users.get(slice(2)))
print("marked:", Users.where.__override__)
for form in get_overloads(Query.get):
    print(form.__annotations__)
