# /// script
# requires-python = ">=3.11"
# dependencies = ["pytest>=9"]
# [tool.verbatim]
# mask = ["duration"]
# [[tool.verbatim.variant]]
# name = "without the filter"
# remove = "*FILTER"
# ///
import threading

import pytest

FILTER = ["-W", "error::pytest.PytestUnhandledThreadExceptionWarning"]


def parse(text):
    return int(text)


def test_parse():
    thread = threading.Thread(target=parse, args=("ten",))
    thread.start()
    thread.join()


if __name__ == "__main__":
    pytest.main(["-q", "--tb=line", *FILTER, __file__])
