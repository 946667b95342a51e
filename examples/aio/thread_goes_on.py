# /// script
# requires-python = ">=3.11"
# ///
import asyncio
import threading

started = threading.Event()
may_end = threading.Event()


def blocking() -> None:
    started.set()
    may_end.wait()
    print("thread: reached its end")


async def main() -> None:
    task = asyncio.create_task(asyncio.to_thread(blocking))
    await asyncio.to_thread(started.wait)
    task.cancel()
    await asyncio.wait([task])
    print(f"main: cancelled is {task.cancelled()}")
    may_end.set()


asyncio.run(main())
