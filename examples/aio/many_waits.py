# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.mask]]
# name = "seconds"
# pattern = '(\d+\.\d) seconds'
# min = 0.5
# max = 5
# ///
import asyncio
import time


async def main() -> None:
    start = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for _ in range(10_000):
            group.create_task(asyncio.sleep(0.5))
    seconds = time.perf_counter() - start
    print(f"10000 waits of half a second: {seconds:.1f} seconds")


asyncio.run(main())
