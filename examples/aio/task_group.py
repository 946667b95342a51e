# /// script
# requires-python = ">=3.11"
# ///
import asyncio


async def fetch(page):
    await asyncio.sleep(0.05)
    return f"text of page {page}"


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch(n)) for n in [1, 2, 3]]
    # here all tasks of the group have ended
    for task in tasks:
        print(task.result())


asyncio.run(main())
