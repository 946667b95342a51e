# /// script
# requires-python = ">=3.11"
# ///
from enum import Enum, auto, unique


class State(Enum):
    OPEN = auto()
    PAID = auto()
    SETTLED = 2  # the same value: another name for PAID
    SENT = auto()


print(list(State))
print("by value:", State(2), "by name:", State["SENT"])
print("an alias:", State.SETTLED is State.PAID)
print("equal to 1:", State.OPEN == 1)
try:
    State(9)
except ValueError as error:
    print(f"ValueError: {error}")
try:
    unique(State)
except ValueError as error:
    print(f"ValueError: {error}")
