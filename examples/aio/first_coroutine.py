# /// script
# requires-python = ">=3.11"
# ///
import asyncio


async def fetch(name: str) -> str:
    print(f"Asking for {name}")
    await asyncio.sleep(0.1)  # waiting for the answer
    return f"text of {name}"


async def main() -> None:
    text = await fetch("maps")
    print(f"Got the {text}")


asyncio.run(main())
