# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.mask]]
# name = "seconds"
# pattern = 'in (\d\.\d+)s'
# min = 0
# max = 2
# ///
import asyncio
import sys
import unittest


async def fetch(page: int, answered: asyncio.Event) -> str:
    async with asyncio.timeout(0.1):
        await answered.wait()
    return f"text of page {page}"


class FetchTest(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self) -> None:
        self.answered = asyncio.Event()

    async def test_returns_the_text(self) -> None:
        self.answered.set()
        text = await fetch(1, self.answered)
        self.assertEqual(text, "text of page 1")

    async def test_gives_up_after_a_while(self) -> None:
        with self.assertRaises(TimeoutError):
            await fetch(1, self.answered)  # it is never set


tests = unittest.defaultTestLoader.loadTestsFromTestCase(FetchTest)
unittest.TextTestRunner(sys.stdout).run(tests)
