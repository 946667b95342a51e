# /// script
# requires-python = ">=3.11"
# ///
import asyncio


async def watch(ready):
    try:
        ready.set()
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print("watch: tidying up")
        raise  # do not keep it for yourself


async def main():
    ready = asyncio.Event()
    task = asyncio.create_task(watch(ready))
    await ready.wait()

    task.cancel()
    print("main: asked it to stop")
    try:
        await task
    except asyncio.CancelledError:
        print(f"main: cancelled is {task.cancelled()}")


asyncio.run(main())
