# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the semaphore"
# remove = "async with places:"
# ///
import asyncio
import sys
from asyncio.subprocess import PIPE

inside = 0
most = 0


async def compute(term: str, places: asyncio.Semaphore) -> int:
    global inside, most
    async with places:
        inside += 1
        most = max(most, inside)
        python = await asyncio.create_subprocess_exec(
            sys.executable, "-c", f"print({term})", stdout=PIPE
        )
        output, _ = await python.communicate()
        inside -= 1
    return int(output)


async def main() -> None:
    places = asyncio.Semaphore(3)
    async with asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(compute(f"{n} ** 2", places))
            for n in range(1, 9)
        ]
    print(f"Results: {[task.result() for task in tasks]}")
    print(f"Programs at a time: {most}")


asyncio.run(main())
