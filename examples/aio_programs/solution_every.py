# /// script
# requires-python = ">=3.11"
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
    start = asyncio.get_running_loop().time()
    async for number in every(seconds=0.1, times=3):
        print(f"tick {number}")
        await asyncio.sleep(0.05)  # the work of each tick
    passed = asyncio.get_running_loop().time() - start
    print(f"in time: {passed >= 0.3}")


asyncio.run(main())
