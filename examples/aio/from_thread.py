# /// script
# requires-python = ">=3.11"
# ///
import asyncio
import threading


async def price(item):
    where = threading.current_thread().name
    await asyncio.sleep(0)
    return f"{item}: {len(item) * 10}, found in {where}"


def work(loop):  # runs in another thread
    future = asyncio.run_coroutine_threadsafe(price("lamp"), loop)
    print(future.result())


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(work, loop)


asyncio.run(main())
