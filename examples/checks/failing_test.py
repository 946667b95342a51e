# /// script
# requires-python = ">=3.13"
# [tool.verbatim]
# exit = 1
# stderr = true
# mask = [{ name = "seconds", pattern = 'in (\d\.\d+)s' }]
# ///
import unittest


def total(prices: list[int], discount: int = 0) -> int:
    return sum(prices) + discount


class TotalTest(unittest.TestCase):
    def test_sum(self) -> None:
        self.assertEqual(total([10, 20]), 30)

    def test_discount(self) -> None:
        self.assertEqual(total([10, 20], discount=5), 25)


unittest.main(verbosity=2)
