# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with raise"
# replace = { 'print("stubborn: ignoring it")' = "raise" }
# ///
import asyncio


async def stubborn(ready: asyncio.Event) -> None:
    try:
        ready.set()
        await asyncio.Event().wait()  # never set
    except BaseException:  # wrong: takes the cancellation, too
        print("stubborn: ignoring it")
    print("stubborn: carrying on")


async def main() -> None:
    ready = asyncio.Event()
    task = asyncio.create_task(stubborn(ready))
    await ready.wait()

    task.cancel()
    await asyncio.wait([task])
    print(f"main: cancelled is {task.cancelled()}")


asyncio.run(main())
