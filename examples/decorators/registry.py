# /// script
# requires-python = ">=3.12"
# ///
from collections.abc import Callable

readers: dict[str, type] = {}


def reads[C: type](ending: str) -> Callable[[C], C]:
    def register(cls: C) -> C:
        if ending in readers:
            taken = readers[ending].__name__
            raise ValueError(f"{ending} is read by {taken}")
        readers[ending] = cls
        return cls

    return register


@reads(".csv")
class Table:
    pass


@reads(".txt")
@reads(".md")
class Note:
    pass


print({ending: cls.__name__ for ending, cls in readers.items()})
print(type(readers[".md"]()).__name__)
try:
    reads(".csv")(Note)
except ValueError as error:
    print("ValueError:", error)
