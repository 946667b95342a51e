# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without slots"
# replace = { "@dataclass(slots=True)" = "@dataclass" }
# ///
from dataclasses import dataclass


@dataclass(slots=True)
class Account:
    owner: str
    balance: int = 0


account = Account("Ada")
try:
    account.balanse = 50
    print("accepted:", vars(account))
except AttributeError as error:
    print("refused:", type(error).__name__)
print("balance:", account.balance)
print("has a dict:", hasattr(account, "__dict__"))
