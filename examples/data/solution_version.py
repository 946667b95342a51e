# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the method"
# remove = "def __setstate__(self, state: dict[str, Any]) -> None:"
# ///
import pickle
from typing import Any


class Player:
    def __init__(self, name: str) -> None:
        self.name = name


saved = pickle.dumps(Player("Ada"))  # last year's program


class Player:
    def __init__(self, name: str, team: str) -> None:
        self.name = name
        self.team = team

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update({"team": "none", **state})


player = pickle.loads(saved)
try:
    print(player.name, player.team)
except AttributeError as error:
    print(type(error).__name__, error.name)
