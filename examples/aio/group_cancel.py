# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
import asyncio


async def search(shelf, group):
    if shelf == "left":
        print("found: left")
        group.cancel()
    await asyncio.sleep(60)


async def main():
    async with asyncio.TaskGroup() as group:
        for shelf in ["left", "right", "top"]:
            group.create_task(search(shelf, group))
    print("the block has ended without an exception")


asyncio.run(main())
