# /// script
# requires-python = ">=3.11"
# ///
from typing import Any


class Once:
    """Can be set one time for each object."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, obj: object, owner: type) -> Any:
        if obj is None:
            return self
        try:
            return vars(obj)[self.name]
        except KeyError:
            raise AttributeError(f"{self.name} is not set") from None

    def __set__(self, obj: object, value: object) -> None:
        if self.name in vars(obj):
            raise AttributeError(f"{self.name} is set already")
        vars(obj)[self.name] = value


class Ticket:
    seat = Once()


ticket = Ticket()
print(hasattr(ticket, "seat"))
ticket.seat = "12A"
print(ticket.seat)
try:
    ticket.seat = "13B"
except AttributeError as error:
    print(error)
other = Ticket()
other.seat = "13B"
print(other.seat, ticket.seat)
