# /// script
# requires-python = ">=3.11"
# ///
import asyncio
import os
import signal


async def serve(name: str, stop: asyncio.Event, seconds: float) -> None:
    while not stop.is_set():
        await asyncio.sleep(seconds)  # one round of work
        if name == "quick":
            os.kill(os.getpid(), signal.SIGTERM)  # forced
            await stop.wait()
    print(f"{name}: ended its round")


async def main(grace: float) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    tasks = [
        asyncio.create_task(serve("quick", stop, 0.01), name="quick"),
        asyncio.create_task(serve("slow", stop, 3600), name="slow"),
    ]
    await stop.wait()
    _, late = await asyncio.wait(tasks, timeout=grace)
    for task in late:
        task.cancel()
        print(f"{task.get_name()}: cancelled after {grace} s")
    await asyncio.gather(*tasks, return_exceptions=True)


asyncio.run(main(grace=0.5))
print("bye")
