# /// script
# requires-python = ">=3.11"
# ///
from types import TracebackType


class Door:
    def __enter__(self) -> str:
        print("enter: the door opens")
        return "a key"

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        print(f"exit: the door closes, error={error!r}")


def leave_early() -> str:
    with Door() as got:
        print(f"inside, with {got}")
        return "returned"


print(leave_early())
try:
    with Door():
        raise ValueError("slipped")
except ValueError as error:
    print(f"outside: {error}")
