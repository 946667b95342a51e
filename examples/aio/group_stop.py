# /// script
# requires-python = ">=3.11"
# ///
import asyncio


async def search(shelf: str, found: asyncio.Event) -> str:
    await found.wait()
    return shelf


async def main() -> None:
    found = asyncio.Event()
    never = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        left = group.create_task(search("left", found))
        right = group.create_task(search("right", never))
        found.set()
        print(f"found: {await left}")
        right.cancel()
    print(f"the block has ended, cancelled: {right.cancelled()}")


asyncio.run(main())
