# /// script
# requires-python = ">=3.11"
# ///
import asyncio
from collections.abc import AsyncIterator

NAMES = ["Ada", "Bob", "Cleo"]


async def load(page: int) -> list[str]:
    print(f"  loading page {page}")
    await asyncio.sleep(0.01)  # the network
    return NAMES[2 * page : 2 * page + 2]


async def customers() -> AsyncIterator[str]:
    page = 0
    while names := await load(page):
        for name in names:
            yield name
        page += 1


async def main() -> None:
    async for name in customers():
        print(name)
    short = [name async for name in customers() if len(name) == 3]
    print(f"Three letters: {short}")


asyncio.run(main())
