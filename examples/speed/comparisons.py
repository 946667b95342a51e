# /// script
# requires-python = ">=3.11"
# ///
class Name:
    compared = 0

    def __init__(self, text: str) -> None:
        self.text = text

    def __eq__(self, other: object) -> bool:
        Name.compared += 1
        return isinstance(other, Name) and self.text == other.text

    def __hash__(self) -> int:
        return int(self.text)  # no two of them have the same


def unique_list(names: list[Name]) -> list[Name]:
    seen: list[Name] = []
    for name in names:
        if name not in seen:
            seen.append(name)
    return seen


def unique_dict(names: list[Name]) -> list[Name]:
    return list(dict.fromkeys(names))


names = [Name(str(n % 1000)) for n in range(2000)]
for function in unique_list, unique_dict:
    Name.compared = 0
    found = len(function(names))
    print(f"{function.__name__}: {found} found,", end=" ")
    print(f"{Name.compared:,} comparisons")
