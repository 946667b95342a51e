# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without maxsize"
# replace = { "maxsize=2" = "" }
# ///
import asyncio


async def work(jobs, done):
    while (job := await jobs.get()) is not None:
        await asyncio.sleep(0.01)
        done.append(job * job)


async def main():
    jobs = asyncio.Queue(maxsize=2)
    done = []
    most = 0
    async with asyncio.TaskGroup() as group:
        for _ in range(3):
            group.create_task(work(jobs, done))
        for job in [1, 2, 3, 4, 5, 6, None, None, None]:
            await jobs.put(job)  # waits while the queue is full
            most = max(most, jobs.qsize())
    print(f"Done: {sorted(done)}")
    print(f"In the queue, at most: {most}")


asyncio.run(main())
