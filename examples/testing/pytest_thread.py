# /// script
# requires-python = ">=3.11"
# dependencies = ["pytest>=9"]
# [tool.verbatim]
# mask = ["duration"]
# env = { COLUMNS = "72" }
# [[tool.verbatim.variant]]
# name = "without the filter"
# replace = { "*FILTER, " = "" }
# ///
import threading

import pytest

FILTER = ["-W", "error::pytest.PytestUnhandledThreadExceptionWarning"]
SHORT = ["-q", "--tb=no", "--disable-warnings"]


def parse(text: str) -> int:
    return int(text)


def test_parse() -> None:
    thread = threading.Thread(target=parse, args=("ten",))
    thread.start()
    thread.join()


if __name__ == "__main__":
    pytest.main([*FILTER, *SHORT, __file__])
