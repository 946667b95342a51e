# /// script
# requires-python = ">=3.11"
# dependencies = ["pytest>=9"]
# [tool.verbatim]
# color = true
# env = { COLUMNS = "64" }
# mask = ["duration"]
# ///
import threading

import pytest


def visit(counter, meet):
    seen = counter["visits"]
    meet()
    counter["visits"] = seen + 1


@pytest.mark.parametrize("visitors", [1, 2])
def test_each_visit_counts(visitors):
    counter = {"visits": 0}
    meeting = threading.Barrier(visitors)
    args = (counter, meeting.wait)
    threads = [
        threading.Thread(target=visit, args=args)
        for _ in range(visitors)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counter["visits"] == visitors


if __name__ == "__main__":
    pytest.main(["-v", "--no-header", "--tb=short", __file__])
