# /// script
# requires-python = ">=3.11"
# ///
class Drink: ...


class Hot(Drink): ...


class Sweet(Drink): ...


class Cocoa(Hot, Sweet): ...


def show(kind: type) -> str:
    return " > ".join(parent.__name__ for parent in kind.__mro__)


print(show(Hot))
print(show(Cocoa))

try:

    class Broken(Drink, Hot): ...
except TypeError as error:
    print(" ".join(str(error).split()))
