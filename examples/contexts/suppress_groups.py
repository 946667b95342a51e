# /// script
# requires-python = ">=3.12"
# ///
from contextlib import suppress


def close_all() -> None:
    raise ExceptionGroup(
        "while closing",
        [
            ConnectionError("the other side has gone"),
            ValueError("not flushed"),
            ConnectionError("reset"),
        ],
    )


try:
    with suppress(ConnectionError):
        close_all()
except ExceptionGroup as group:
    print(group.message, group.exceptions)

with suppress(ConnectionError, ValueError):
    close_all()
print("nothing left to raise")
