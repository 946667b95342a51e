# /// script
# requires-python = ">=3.11"
# ///
class Squares(dict[int, int]):
    def __missing__(self, number: int) -> int:
        print(f"  computes {number} * {number}")
        self[number] = number * number
        return self[number]


squares = Squares()
print(squares[12])
print(squares[12])
print(squares.get(7), 7 in squares, squares)
