# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
import asyncio


async def wait_for_tea() -> None:
    try:
        with asyncio.timeout(1):
            await asyncio.sleep(0)
    except TypeError as error:
        print(error)


asyncio.run(wait_for_tea())
