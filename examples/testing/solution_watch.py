# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeout = 5
# ///
from collections.abc import Callable


def watch(
    read: Callable[[], None], wait: Callable[[float], bool]
) -> None:
    """Read once a minute, until wait() is true."""
    while not wait(60):  # seconds
        read()


class FakeWait:
    """Takes the place of stop.wait: counts, and stops in the end."""

    waited = 0.0

    def __init__(self, rounds: int) -> None:
        self.rounds = rounds

    def __call__(self, seconds: float) -> bool:
        if self.rounds == 0:
            return True
        self.rounds -= 1
        self.waited += seconds
        return False


readings: list[str] = []
wait = FakeWait(rounds=1000)
watch(read=lambda: readings.append("21.5"), wait=wait)
print(f"{len(readings)} readings in {wait.waited / 3600:.1f} hours")
