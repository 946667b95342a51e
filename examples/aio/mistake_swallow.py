# /// script
# requires-python = ">=3.11"
# ///
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(60)
    except BaseException:  # wrong: takes the cancellation, too
        pass
    print("stubborn: I carry on")
    return "finished"


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)  # it begins
    task.cancel()
    print(f"main: it {await task}, cancelled is {task.cancelled()}")


asyncio.run(main())
