# /// script
# requires-python = ">=3.11"
# ///
from types import TracebackType
from typing import Self


class Forgive:
    """Swallow one kind of exception, and keep it for later."""

    def __init__(self, kind: type[Exception]) -> None:
        self.kind = kind
        self.error: BaseException | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> bool:
        self.error = error
        return isinstance(error, self.kind)


with Forgive(LookupError) as attempt:
    {}["tea"]
    print("never printed")
print(f"swallowed: {attempt.error!r}")

try:
    with Forgive(LookupError):
        int("tea")
except ValueError as error:
    print(f"not swallowed: {error!r}")
