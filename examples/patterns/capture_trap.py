# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with a dotted name"
# replace = { "case RED:" = "case Color.RED:" }
# ///
from enum import StrEnum


class Color(StrEnum):
    RED = "red"
    GREEN = "green"


RED = Color.RED


def advise(light: str) -> str:
    match light:
        case RED:
            return "stop"
    return "drive"


for light in Color:
    print(f"{light}: {advise(light)}")
