# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without aclosing"
# remove = "async with aclosing(pages()) as found:"
# replace = { "number in found:" = "number in pages():" }
# ///
import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing, asynccontextmanager


@asynccontextmanager
async def session(name: str) -> AsyncGenerator[str]:
    await asyncio.sleep(0)  # such as logging in
    print(f"{name} logged in")
    try:
        yield name
    finally:
        print(f"{name} logged out")


async def pages() -> AsyncGenerator[int]:
    async with session("Ada"):
        for number in range(1, 4):
            yield number


async def find(wanted: int) -> None:
    async with aclosing(pages()) as found:
        async for number in found:
            print(f"page {number}")
            if number == wanted:
                break
    print("found")


asyncio.run(find(2))
