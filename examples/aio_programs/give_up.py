# /// script
# requires-python = ">=3.11"
# ///
import asyncio


async def job(name: str, seconds: float) -> None:
    try:
        await asyncio.sleep(seconds)
        print(f"{name}: done")
    except asyncio.CancelledError:
        print(f"{name}: cut off, put back into the queue")
        raise


async def main() -> None:
    tasks = [
        asyncio.create_task(job("short", 0.01)),
        asyncio.create_task(job("endless", 3600)),
    ]
    print("stop: a second of grace")
    done, late = await asyncio.wait(tasks, timeout=1)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
    print(f"done: {len(done)}, cut off: {len(late)}")


asyncio.run(main())
