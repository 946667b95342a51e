# /// script
# requires-python = ">=3.11"
# ///
import asyncio


async def broken() -> None:
    raise LookupError("no such page")


async def slow(may_end: asyncio.Event) -> None:
    await may_end.wait()
    print("slow: reached the end, not cancelled")


async def main() -> None:
    may_end = asyncio.Event()
    task = asyncio.create_task(slow(may_end))
    try:
        await asyncio.gather(task, broken())
    except LookupError as error:
        print(f"main: {error}")
    print(f"main: slow has ended: {task.done()}")
    may_end.set()
    await task


asyncio.run(main())
