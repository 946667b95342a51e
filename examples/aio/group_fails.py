# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeline = true
# ///
import asyncio


async def broken() -> None:
    await asyncio.sleep(0.3)
    raise LookupError("no such page")


async def slow() -> None:
    try:
        await asyncio.Event().wait()  # never set
        print("slow: done")
    except asyncio.CancelledError:
        print("slow: cancelled")
        raise


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(slow())
            group.create_task(broken())
    except* LookupError as errors:
        for error in errors.exceptions:
            print(f"main: {error}")


asyncio.run(main())
