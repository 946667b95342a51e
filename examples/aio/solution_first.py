# /// script
# requires-python = ">=3.11"
# ///
import asyncio


async def ask(server, seconds):
    await asyncio.sleep(seconds)
    return f"{server} answered"


async def main():
    asks = [
        asyncio.create_task(ask("near", 0.05)),
        asyncio.create_task(ask("far", 30)),
    ]
    done, pending = await asyncio.wait(
        asks, return_when=asyncio.FIRST_COMPLETED
    )
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    for task in done:
        print(task.result())
    print(f"cancelled: {sum(task.cancelled() for task in asks)}")


asyncio.run(main())
