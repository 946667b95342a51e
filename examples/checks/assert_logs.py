# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
import logging
import unittest

log = logging.getLogger("shop")


def sell(stock: dict[str, int], what: str) -> None:
    stock[what] -= 1
    if stock[what] == 0:
        log.warning("no more %s", what)


class SellTest(unittest.TestCase):
    def test_last(self) -> None:
        form = logging.Formatter("%(levelname)s|%(message)s")
        with self.assertLogs("shop", formatter=form) as caught:
            sell({"tea": 1}, "tea")
        print(caught.output)
        self.assertEqual(caught.records[0].args, ("tea",))

    def test_enough(self) -> None:
        with self.assertNoLogs("shop"):
            sell({"tea": 2}, "tea")


result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(SellTest).run(result)
print(result.testsRun, "run, good:", result.wasSuccessful())
