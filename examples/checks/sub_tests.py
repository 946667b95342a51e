# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without subTest"
# remove = "with self.subTest(year=year):"
# ///
import unittest


def is_leap(year: int) -> bool:
    return year % 4 == 0  # too simple


class LeapTest(unittest.TestCase):
    def test_years(self) -> None:
        for year, expected in [
            (1900, False),
            (2000, True),
            (2024, True),
            (2100, False),
        ]:
            with self.subTest(year=year):
                self.assertEqual(is_leap(year), expected)


result = unittest.TestResult()
LeapTest("test_years").run(result)
for test, _ in result.failures:
    print("failed:", test)
