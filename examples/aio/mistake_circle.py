# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# hangs = true
# timeout = 1
# timeline = true
# [[tool.verbatim.variant]]
# name = "in the same order"
# replace = { "(paper, pen)" = "(pen, paper)" }
# hangs = false
# timeout = 10
# ///
import asyncio

pen, paper = asyncio.Lock(), asyncio.Lock()


async def write_letter(
    first: asyncio.Lock, second: asyncio.Lock
) -> None:
    async with first:
        await asyncio.sleep(0.2)  # thinking
        async with second:
            print("written")


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(write_letter(pen, paper), name="Ada")
        group.create_task(write_letter(paper, pen), name="Bob")


asyncio.run(main())
