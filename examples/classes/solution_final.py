# /// script
# requires-python = ">=3.11"
# ///
class Final:
    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        for parent in cls.__mro__[1:]:
            if Final in parent.__bases__:
                raise TypeError(f"{parent.__name__} is final")


class Price(Final): ...


class Cents(int, Final): ...


print(Price.__name__, Cents(5))
for base in (Price, Cents):
    try:
        type("Special", (base,), {})
    except TypeError as error:
        print(error)
