# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the await"
# remove = "await asyncio.sleep(0)  # lets the others have a turn"
# ///
import asyncio


async def work(name: str) -> None:
    print(f"{name}: starts")
    print(f"{name}: still at it")
    await asyncio.sleep(0)  # lets the others have a turn
    print(f"{name}: ends")


async def main() -> None:
    red = asyncio.create_task(work("red"))
    blue = asyncio.create_task(work("blue"))
    print("main: both are scheduled, neither has started")
    await red
    await blue


asyncio.run(main())
