# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with a fixed sleep"
# replace = { "start + number * seconds - loop.time()" = "seconds" }
# ///
import asyncio
from collections.abc import AsyncIterator


async def every(seconds: float, times: int) -> AsyncIterator[int]:
    loop = asyncio.get_running_loop()
    start = loop.time()
    for number in range(1, times + 1):
        await asyncio.sleep(start + number * seconds - loop.time())
        yield number


async def main() -> None:
    loop = asyncio.get_running_loop()
    start, passed = loop.time(), 0.0
    async for number in every(seconds=0.5, times=4):
        passed = loop.time() - start
        print(f"tick {number}")
        await asyncio.sleep(0.25)  # the work of each tick
    print(f"in time: {passed < 2.7}")


asyncio.run(main())
