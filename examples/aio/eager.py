# /// script
# requires-python = ">=3.12"
# [tool.verbatim]
# optional = true
# [[tool.verbatim.variant]]
# name = "without the factory"
# remove = "loop.set_task_factory(asyncio.eager_task_factory)"
# ///
import asyncio


async def work() -> None:
    print("work: starts")
    await asyncio.sleep(0)
    print("work: ends")


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(work())
    print("main: create_task() has returned")
    await task


asyncio.run(main())
