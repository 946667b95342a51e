# /// script
# requires-python = ">=3.11"
# dependencies = ["anyio>=4"]
# ///
import asyncio

import anyio
from anyio.lowlevel import checkpoint


async def stubborn() -> None:
    for turn in [1, 2, 3]:
        try:
            await anyio.sleep(0.1)
        except BaseException:  # wrong: takes the cancellation, too
            print(f"turn {turn}: ignoring it")
        else:
            print(f"turn {turn}: slept well")


async def with_asyncio() -> None:
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)  # it starts
    task.cancel()
    await task


async def with_anyio() -> None:
    async with anyio.create_task_group() as group:
        group.start_soon(stubborn)
        await checkpoint()  # it starts
        group.cancel_scope.cancel()


print("asyncio")
asyncio.run(with_asyncio())
print("AnyIO")
anyio.run(with_anyio)
