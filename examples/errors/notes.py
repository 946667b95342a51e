# /// script
# requires-python = ">=3.11"
# ///
import traceback


def load(rows: list[str]) -> list[int]:
    numbers: list[int] = []
    for line, row in enumerate(rows, start=1):
        try:
            numbers.append(int(row))
        except ValueError as error:
            error.add_note(f"in line {line}")
            raise
    return numbers


try:
    load(["12", "3O"])
except ValueError as error:
    error.add_note("in prices.txt")
    print(error)
    print(error.__notes__)
    print("".join(traceback.format_exception_only(error)), end="")
