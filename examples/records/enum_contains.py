# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# env = { PYTHONWARNINGS = "ignore" }
# ///
from enum import StrEnum


class Suit(StrEnum):
    CLUBS = "clubs"
    HEARTS = "hearts"


for text in ["hearts", "stars"]:
    try:
        print(f"{text} in Suit:", text in Suit)
    except TypeError as error:
        print(f"{text} in Suit: {type(error).__name__}")
