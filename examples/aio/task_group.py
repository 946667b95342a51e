# /// script
# requires-python = ">=3.11"
# ///
import asyncio
from pathlib import Path

pages = [Path(f"page{n}.txt") for n in [1, 2, 3]]
for page in pages:
    page.write_text(f"text of {page.stem}")


async def read(page: Path) -> str:
    return await asyncio.to_thread(page.read_text)


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(read(page)) for page in pages]
    # here all tasks of the group have ended
    for task in tasks:
        print(task.result())


asyncio.run(main())
