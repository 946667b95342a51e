# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without raise"
# remove = "raise  # pass it on"
# ///
import asyncio


async def watch(ready: asyncio.Event) -> None:
    try:
        ready.set()
        await asyncio.Event().wait()  # never set
    except asyncio.CancelledError:
        print("watch: cleaning up")
        raise  # pass it on


async def main() -> None:
    ready = asyncio.Event()
    task = asyncio.create_task(watch(ready))
    await ready.wait()

    task.cancel()
    print(f"main: asked it to stop, done is {task.done()}")
    await asyncio.wait([task])
    print(f"main: cancelled is {task.cancelled()}")


asyncio.run(main())
