# /// script
# requires-python = ">=3.11"
# ///
class Account:
    """An account that has seen some transactions."""

    def __init__(self, *transactions: int) -> None:
        self.transactions = transactions

    def __len__(self) -> int:
        return len(self.transactions)


class Balance(Account):
    def __bool__(self) -> bool:
        return sum(self.transactions) != 0


class Open(Account):
    def __bool__(self) -> bool:
        return True


for kind in Account, Balance, Open:
    truths = [bool(kind()), bool(kind(50, -50)), bool(kind(50))]
    print(f"{kind.__name__}: {truths}")
