# /// script
# requires-python = ">=3.11"
# ///
import time
import unittest
from collections.abc import Callable
from unittest import mock


# region retry
def retry(call: Callable[[], str], attempts: int) -> str:
    for number in range(attempts):
        try:
            return call()
        except ConnectionError:
            if number == attempts - 1:
                raise
            time.sleep(2**number)
    raise ValueError("no attempts")


# endregion


class RetryTest(unittest.TestCase):
    def setUp(self) -> None:
        patcher = mock.patch("time.sleep", autospec=True)
        self.sleep = self.enterContext(patcher)

    def pauses(self) -> list[int]:
        return [call.args[0] for call in self.sleep.mock_calls]

    def test_third_time(self) -> None:
        lost = ConnectionError()
        call = mock.Mock(side_effect=[lost, lost, "hello"])
        self.assertEqual(retry(call, 3), "hello")
        self.assertEqual(self.pauses(), [1, 2])

    def test_gives_up(self) -> None:
        call = mock.Mock(side_effect=ConnectionError)
        with self.assertRaises(ConnectionError):
            retry(call, 3)
        self.assertEqual(self.pauses(), [1, 2])


result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(RetryTest).run(result)
print(result.testsRun, "run, good:", result.wasSuccessful())
