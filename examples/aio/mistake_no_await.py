# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# stderr = true
# ///
import asyncio


async def save():
    print("saved")


async def main():
    save()  # wrong: nothing runs
    print("main: not saved")
    await save()  # right


asyncio.run(main())
