# /// script
# requires-python = ">=3.13"
# [[tool.verbatim.variant]]
# name = "without maxsize"
# replace = { "maxsize=2" = "" }
# ///
import asyncio
from contextlib import suppress
from pathlib import Path

pages = [Path(f"page{n}.txt") for n in range(1, 7)]
for page in pages:
    page.write_text(f"This is {page.stem}.")


async def work(jobs: asyncio.Queue[Path], texts: list[str]) -> None:
    with suppress(asyncio.QueueShutDown):
        while True:
            page = await jobs.get()
            texts.append(await asyncio.to_thread(page.read_text))


async def main() -> None:
    jobs: asyncio.Queue[Path] = asyncio.Queue(maxsize=2)
    texts: list[str] = []
    most = 0
    async with asyncio.TaskGroup() as group:
        for _ in range(3):
            group.create_task(work(jobs, texts))
        for page in pages:
            await jobs.put(page)  # waits while the queue is full
            most = max(most, jobs.qsize())
        jobs.shutdown()  # nothing more will come
    print(f"{len(texts)} pages, the first is {min(texts)!r}")
    print(f"In the queue, at most: {most}")


asyncio.run(main())
