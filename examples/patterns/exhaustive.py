# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with all states"
# [tool.verbatim.variant.replace]
# "case _:\n" = """
# case State.SENT:
#             return "wait for the parcel"
#         case _:
# """
# ///
from enum import Enum, auto
from typing import assert_never


class State(Enum):
    OPEN = auto()
    PAID = auto()
    SENT = auto()


def next_step(state: State) -> str:
    match state:
        case State.OPEN:
            return "send a reminder"
        case State.PAID:
            return "pack it"
        case _:
            assert_never(state)


for state in State:
    try:
        print(f"{state.name}: {next_step(state)}")
    except AssertionError as error:
        print(error)
