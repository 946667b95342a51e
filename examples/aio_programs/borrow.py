# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without finally"
# replace = { "try:" = "if connection:", "finally:" = "if connection:" }
# ///
import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

free: asyncio.Queue[str] = asyncio.Queue()


@asynccontextmanager
async def borrowed() -> AsyncGenerator[str]:
    connection = await free.get()
    try:
        yield connection
    finally:
        free.put_nowait(connection)


async def ask(number: int) -> str:
    async with borrowed() as connection:
        await asyncio.sleep(0)  # the network
        if number == 0:
            raise ValueError("a bad question")
        return f"{number} by {connection}"


async def main() -> None:
    free.put_nowait("connection A")
    free.put_nowait("connection B")
    questions = [ask(number) for number in range(4)]
    for answer in await asyncio.gather(
        *questions, return_exceptions=True
    ):
        print(answer)
    print(f"Free at the end: {free.qsize()}")


asyncio.run(main())
