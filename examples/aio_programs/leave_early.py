# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without aclosing"
# [tool.verbatim.variant.replace]
# "async with aclosing(read()) as source:" = "if source := read():"
# ///
import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing


async def read() -> AsyncGenerator[int]:
    print("sensor opened")
    try:
        for value in [19, 20, 35, 21]:
            yield value
    finally:
        print("sensor closed")


async def main() -> None:
    value = 0
    async with aclosing(read()) as source:
        async for value in source:
            if value > 30:
                break
    print(f"alarm at {value} degrees")


asyncio.run(main())
