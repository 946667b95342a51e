# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
import unittest
from collections.abc import Callable

case = unittest.TestCase()
url = "http://example.org/a"
checks: list[Callable[[], None]] = [
    lambda: case.assertTrue(url.startswith("https:")),
    lambda: case.assertStartsWith(url, "https:"),
    lambda: case.assertHasAttr(url, "host"),
    lambda: case.assertIsSubclass(bool, str),
]
for check in checks:
    try:
        check()
    except AssertionError as error:
        print(error)
