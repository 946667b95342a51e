# /// script
# requires-python = ">=3.11"
# ///
from dataclasses import dataclass


@dataclass
class Money:
    cents: int
    currency: str = "EUR"

    def __format__(self, spec: str) -> str:
        amount = self.cents / 100
        if spec.endswith("c"):
            number = format(amount, spec[:-1] or ".2f")
            return f"{number} {self.currency}"
        return format(amount, spec)


price = Money(123460)
print(f"{price:c}")
print(f"{price:>12,.1f}|")
print(f"{price:,.0fc}")
print(f"{price}")
print(f"{price!s}")
