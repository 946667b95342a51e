# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without shield"
# replace = { "asyncio.shield(saving)" = "saving" }
# ///
import asyncio

saved: list[str] = []


async def save(text: str) -> None:
    await asyncio.sleep(0.05)  # the disk
    saved.append(text)


async def main() -> None:
    saving = asyncio.create_task(save("chapter one"))
    try:
        async with asyncio.timeout(0.01):
            await asyncio.shield(saving)
    except TimeoutError:
        print(f"gave up waiting, saved so far: {saved}")
    await asyncio.wait([saving])
    print(f"at the end: {saved}, cancelled: {saving.cancelled()}")


asyncio.run(main())
