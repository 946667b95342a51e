# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
import asyncio
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def shop() -> Generator[None]:
    print("the shop opens")
    try:
        yield
    finally:
        print("the shop closes")


@shop()
async def brew() -> str:
    print("the water is hot")
    await asyncio.sleep(0)
    print("the tea is ready")
    return "tea"


print(asyncio.run(brew()))
