# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the semaphore"
# remove = "async with places:"
# ///
import asyncio

inside = 0
most = 0


async def fetch(page, places):
    global inside, most
    async with places:
        inside += 1
        most = max(most, inside)
        await asyncio.sleep(0.01)
        inside -= 1


async def main():
    places = asyncio.Semaphore(3)
    async with asyncio.TaskGroup() as group:
        for page in range(20):
            group.create_task(fetch(page, places))
    print(f"20 pages, at most {most} at once")


asyncio.run(main())
