# /// script
# requires-python = ">=3.11"
# ///
import time
from collections.abc import Callable


def ask_again(
    ask: Callable[[], str],
    sleep: Callable[[float], None] = time.sleep,
) -> str:
    for pause in [1, 2, 4]:  # seconds
        try:
            return ask()
        except ConnectionError:
            sleep(pause)
    return ask()


class FakeClock:
    now = 0.0

    def sleep(self, seconds: float) -> None:
        self.now += seconds


clock = FakeClock()


def ask() -> str:  # a server that is down for three seconds
    if clock.now < 3:
        raise ConnectionError
    return f"answer at {clock.now} seconds"


print(ask_again(ask, sleep=clock.sleep))
