# /// script
# requires-python = ">=3.11"
# ///
import asyncio


async def make(drink: str) -> None:
    print(f"{drink}: water on")
    await asyncio.sleep(0)  # the water boils
    print(f"{drink}: ready")


async def main() -> None:
    for drink in ["tea", "coffee", "cocoa"]:
        await make(drink)


asyncio.run(main())
