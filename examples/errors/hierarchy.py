# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with a finished text"
# replace = { "__init__(item, left)" = "__init__(f'{left} left')" }
# ///
import pickle


class ShopError(Exception):
    """All errors of this package."""


class OutOfStockError(ShopError):
    def __init__(self, item: str, left: int) -> None:
        super().__init__(item, left)
        self.item = item
        self.left = left

    def __str__(self) -> str:
        return f"only {self.left} of {self.item!r} left"


def order(item: str, count: int) -> None:
    left = 2
    if count > left:
        raise OutOfStockError(item, left)


try:
    order("tea", 5)
except ShopError as error:
    print(f"{type(error).__name__}: {error}")
    print(error.args)
    try:
        print("a copy:", pickle.loads(pickle.dumps(error)))
    except TypeError as problem:
        print("no copy:", problem)
