# /// script
# requires-python = ">=3.11"
# dependencies = ["hypothesis>=6"]
# [[tool.verbatim.variant]]
# name = "without the gap"
# remove = "yield  # another thread may come in between"
# lines = "18"
# ///
from hypothesis import given, settings
from hypothesis import strategies as st


def deposit(account, amount):
    yield  # the thread starts
    balance = account["balance"]
    yield  # another thread may come in between
    account["balance"] = balance + amount


turns = st.permutations(["Ada", "Ada", "Ada", "Bob", "Bob", "Bob"])


@settings(derandomize=True, database=None)
@given(turns)
def test_both_deposits_arrive(turns):
    account = {"balance": 100}
    threads = {
        "Ada": deposit(account, 50),
        "Bob": deposit(account, 20),
    }
    for name in turns:
        next(threads[name], None)  # one step of this thread
    assert account["balance"] == 170


try:
    test_both_deposits_arrive()
except AssertionError as error:
    print("\n".join(error.__notes__))
else:
    print("No order loses a deposit.")
