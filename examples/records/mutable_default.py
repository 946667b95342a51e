# /// script
# requires-python = ">=3.11"
# ///
from dataclasses import dataclass, field


class Basket:
    def __init__(self) -> None:
        self.items: list[str] = []


try:

    @dataclass
    class Refused:
        items: list[str] = []

except ValueError as error:
    print("refused:", error)


@dataclass
class Order:
    basket: Basket = Basket()  # made once, for all orders
    notes: list[str] = field(default_factory=list)


first, second = Order(), Order()
first.basket.items.append("tea")
first.notes.append("gift")
print("second basket:", second.basket.items)
print("second notes:", second.notes)
