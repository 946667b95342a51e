# /// script
# requires-python = ">=3.11"
# dependencies = ["hypothesis>=6"]
# [[tool.verbatim.variant]]
# name = "in one step"
# [tool.verbatim.variant.replace]
# '    balance = account["balance"]' = ""
# "= balance + amount" = '= account["balance"] + amount'
# ///
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st


def deposit(account: dict[str, int], amount: int) -> Iterator[None]:
    balance = account["balance"]
    yield  # another thread may come in between
    account["balance"] = balance + amount


turns = st.permutations(["Ada", "Ada", "Bob", "Bob"])


@settings(derandomize=True, database=None)
@given(turns)
def test_both_deposits_arrive(turns: list[str]) -> None:
    account = {"balance": 100}
    threads = {
        "Ada": deposit(account, 50),
        "Bob": deposit(account, 20),
    }
    for name in turns:
        next(threads[name], None)  # the next step of this thread
    assert account["balance"] == 170


try:
    test_both_deposits_arrive()
except AssertionError as error:
    print("\n".join(error.__notes__))
else:
    print("No order loses a deposit.")
