# /// script
# requires-python = ">=3.11"
# ///
import functools


@functools.total_ordering
class Version:
    def __init__(self, text: str) -> None:
        self.text = text
        numbers = [int(part) for part in text.split(".")]
        while numbers and numbers[-1] == 0:
            numbers.pop()
        self.numbers = tuple(numbers)

    def __repr__(self) -> str:
        return f"Version({self.text!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Version):
            return NotImplemented
        return self.numbers == other.numbers

    def __lt__(self, other: "Version") -> bool:
        if not isinstance(other, Version):
            return NotImplemented
        return self.numbers < other.numbers

    def __hash__(self) -> int:
        return hash(self.numbers)


releases = [Version(text) for text in ("3.15", "3.9", "3.15.0")]
print(sorted(releases))
print(releases[0] >= releases[1])
print(releases[0] == releases[2], len(set(releases)))
