# /// script
# requires-python = ">=3.11"
# ///
import asyncio


async def make(drink: str) -> None:
    print(f"{drink}: water on")
    await asyncio.sleep(0)  # the water boils
    print(f"{drink}: ready")


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        for drink in ["tea", "coffee", "cocoa"]:
            group.create_task(make(drink))


asyncio.run(main())
