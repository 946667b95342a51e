# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
import asyncio


async def search(shelf: str, group: asyncio.TaskGroup) -> None:
    if shelf == "left":
        print("found: left")
        group.cancel()
    await asyncio.Event().wait()  # goes on searching


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        for shelf in ["left", "right", "top"]:
            group.create_task(search(shelf, group))
    print("the block has ended without an exception")


asyncio.run(main())
