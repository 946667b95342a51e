# /// script
# requires-python = ">=3.11"
# ///
class Seat:
    def __init__(self, row: int, number: int) -> None:
        self.row = row
        self.number = number


class ComparedSeat(Seat):
    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Seat):
            return NotImplemented
        mine = (self.row, self.number)
        return mine == (other.row, other.number)


class HashedSeat(ComparedSeat):
    def __hash__(self) -> int:
        return hash((self.row, self.number))


def describe(kind: type[Seat]) -> None:
    first, second = kind(4, 7), kind(4, 7)
    print(f"{kind.__name__}: equal: {first == second}", end=", ")
    try:
        print("in a set:", len({first, second}))
    except TypeError as error:
        print(type(error).__name__)


describe(Seat)
describe(ComparedSeat)
describe(HashedSeat)
print(ComparedSeat.__hash__)
