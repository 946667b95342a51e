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


async def fetch(page, delay):
    async with asyncio.timeout(0.1):
        await asyncio.sleep(delay)
    return f"text of page {page}"


class FetchTest(unittest.IsolatedAsyncioTestCase):
    async def test_returns_the_text(self):
        self.assertEqual(await fetch(1, 0), "text of page 1")

    async def test_gives_up_after_a_while(self):
        with self.assertRaises(TimeoutError):
            await fetch(1, 60)


tests = unittest.defaultTestLoader.loadTestsFromTestCase(FetchTest)
unittest.TextTestRunner(sys.stdout).run(tests)
