# /// script
# requires-python = ">=3.11"
# ///
import io
import unittest
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def opened(what: str) -> Generator[str, None, None]:
    print(f"  open {what}")
    try:
        yield what
    finally:
        print(f"  close {what}")


class ShopTest(unittest.TestCase):
    def setUp(self) -> None:
        self.disk = self.enterContext(opened("disk"))
        self.shop = self.enterContext(opened("shop"))

    def test_good(self) -> None:
        print("  good")

    def test_broken(self) -> None:
        print("  broken")
        self.assertEqual(self.shop, "closed")


for name in ("test_good", "test_broken"):
    print(name)
    unittest.TextTestRunner(io.StringIO()).run(ShopTest(name))
