# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# stderr = true
# ///
import asyncio


async def save() -> None:
    print("saved")


async def main() -> None:
    save()  # wrong: nothing runs
    print("main: not saved")
    await save()  # right


asyncio.run(main())
