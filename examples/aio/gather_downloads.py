# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeline = true
# [[tool.verbatim.mask]]
# name = "seconds"
# pattern = 'together: (\d+\.\d) seconds'
# min = 0.3
# max = 0.7
# ///
import asyncio
import time


async def download(name: str, seconds: float) -> str:
    await asyncio.sleep(seconds)  # waiting for the data
    return f"{name}: {seconds} seconds alone"


async def main() -> None:
    start = time.perf_counter()
    lines = await asyncio.gather(
        download("maps", 0.3),
        download("music", 0.2),
        download("photos", 0.25),
    )
    seconds = time.perf_counter() - start
    for line in lines:
        print(line)
    print(f"together: {seconds:.1f} seconds")


asyncio.run(main())
