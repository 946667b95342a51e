# /// script
# requires-python = ">=3.11"
# ///
class Money:
    def __init__(self, cents: int, currency: str) -> None:
        self.cents = cents
        self.currency = currency

    def __repr__(self) -> str:
        return f"Money({self.cents!r}, {self.currency!r})"

    def __str__(self) -> str:
        return f"{self.cents / 100:.2f} {self.currency}"

    def __format__(self, spec: str) -> str:
        if spec == "round":
            return f"{self.cents / 100:.0f} {self.currency}"
        return format(str(self), spec)


price = Money(1995, "EUR")
print(price)
print(repr(price))
print([price])
print(f"{price:round}")
print(f"[{price:>12}]")
print(f"{price=}")
