# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# [[tool.verbatim.variant]]
# name = "with a bare object"
# replace = { 'sentinel("NOT_GIVEN")' = "object()" }
# ///
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

NOT_GIVEN = sentinel("NOT_GIVEN")


@dataclass
class Update:
    nick: Any = NOT_GIVEN
    email: Any = NOT_GIVEN

    def changes(self) -> list[str]:
        return [
            name
            for name, value in vars(self).items()
            if value is not NOT_GIVEN
        ]


update = Update(email=None)  # given: delete the address
print("changes:", update.changes())
print("changes of a copy:", deepcopy(update).changes())
