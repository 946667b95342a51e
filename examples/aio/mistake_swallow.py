# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with raise"
# replace = { 'print("stubborn: ignoring it")' = "raise" }
# ///
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(60)
    except BaseException:  # wrong: takes the cancellation, too
        print("stubborn: ignoring it")
    print("stubborn: carrying on")


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)  # it starts
    task.cancel()
    await asyncio.wait([task])
    print(f"main: cancelled is {task.cancelled()}")


asyncio.run(main())
