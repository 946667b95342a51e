# /// script
# requires-python = ">=3.11"
# ///
def board(rows: int, columns: int) -> list[list[str]]:
    return [["."] * columns for _ in range(rows)]


places = board(3, 4)
places[0][0] = "X"
for row in places:
    print("".join(row))
