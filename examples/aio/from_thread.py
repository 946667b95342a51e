# /// script
# requires-python = ">=3.11"
# ///
import asyncio
import threading


async def take(orders: asyncio.Queue[str]) -> str:
    order = await orders.get()
    return f"{order}, taken in {threading.current_thread().name}"


def cook(
    orders: asyncio.Queue[str], loop: asyncio.AbstractEventLoop
) -> None:  # runs in another thread
    future = asyncio.run_coroutine_threadsafe(take(orders), loop)
    print(future.result())


async def main() -> None:
    orders: asyncio.Queue[str] = asyncio.Queue()
    loop = asyncio.get_running_loop()
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.to_thread(cook, orders, loop))
        await orders.put("soup")


asyncio.run(main())
