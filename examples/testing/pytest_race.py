# /// script
# requires-python = ">=3.11"
# dependencies = ["pytest>=9"]
# [tool.verbatim]
# color = true
# env = { COLUMNS = "64" }
# mask = ["duration"]
# ///
import threading
from collections.abc import Callable

import pytest


def buy(sold: list[str], meet: Callable[[], int]) -> None:
    if "A1" not in sold:
        meet()
        sold.append("A1")


@pytest.mark.parametrize("buyers", [1, 2])
def test_seat_is_sold_once(buyers: int) -> None:
    sold: list[str] = []
    meeting = threading.Barrier(buyers)
    args = (sold, meeting.wait)
    threads = [
        threading.Thread(target=buy, args=args) for _ in range(buyers)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(sold) == 1


if __name__ == "__main__":
    pytest.main(["-v", "--no-header", "--tb=short", __file__])
