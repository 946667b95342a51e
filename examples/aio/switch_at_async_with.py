# /// script
# requires-python = ">=3.11"
# ///
import asyncio


async def other(lock: asyncio.Lock) -> None:
    async with lock:
        print("other: inside")
        await asyncio.sleep(0)
        print("other: leaving")


async def main() -> None:
    lock = asyncio.Lock()
    task = asyncio.create_task(other(lock))
    await asyncio.sleep(0)  # the other one takes the lock

    print("main: before the block")
    async with lock:
        print("main: inside")
    await task


asyncio.run(main())
