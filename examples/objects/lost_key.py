# /// script
# requires-python = ">=3.11"
# ///
class Ticket:
    def __init__(self, number: int) -> None:
        self.number = number

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Ticket):
            return NotImplemented
        return self.number == other.number

    def __hash__(self) -> int:
        return hash(self.number)


ticket = Ticket(11)
owners = {ticket: "Ada"}
ticket.number = 12

print("changed key found:", ticket in owners)
print("old value found:", Ticket(11) in owners)
print("still inside:", next(iter(owners)) is ticket, len(owners))

ticket.number = 11
print("changed back:", ticket in owners)
