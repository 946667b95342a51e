# /// script
# requires-python = ">=3.12"
# [tool.verbatim]
# optional = true
# ///
import asyncio
import logging
import sys

logging.basicConfig(
    stream=sys.stdout,
    level=logging.INFO,
    format="%(taskName)s: %(message)s",
)


async def fetch(page: int) -> None:
    logging.info("asking for page %d", page)
    await asyncio.sleep(0)
    logging.info("got page %d", page)


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        for page in [1, 2]:
            group.create_task(fetch(page), name=f"page{page}")


asyncio.run(main())
