# /// script
# requires-python = ">=3.11"
# ///
from dataclasses import InitVar, dataclass, field, fields


@dataclass(kw_only=True)
class Item:
    name: str
    cents: int
    percent_off: InitVar[int] = 0
    label: str = field(init=False)

    def __post_init__(self, percent_off: int) -> None:
        if self.cents < 0:
            raise ValueError(f"{self.name}: cents below zero")
        self.cents -= self.cents * percent_off // 100
        self.label = f"{self.name} {self.cents / 100:.2f}"


item = Item(name="tea", cents=400, percent_off=25)
print(item.label)
print("fields:", [each.name for each in fields(item)])
for call in [{"cents": -1}, {"cents": 1, "label": "x"}]:
    try:
        Item(name="bad", **call)
    except (TypeError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")
