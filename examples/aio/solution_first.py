# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without cancel"
# remove = "task.cancel()"
# ///
import asyncio


async def ask(server: str, answers: asyncio.Event) -> str:
    await answers.wait()
    return f"{server} answered"


async def main() -> None:
    near, far = asyncio.Event(), asyncio.Event()
    near.set()  # forced: the other one never answers
    asks = [
        asyncio.create_task(ask("far", far)),
        asyncio.create_task(ask("near", near)),
    ]
    done, pending = await asyncio.wait(
        asks, return_when=asyncio.FIRST_COMPLETED
    )
    for task in pending:
        task.cancel()
    await asyncio.wait(pending, timeout=0.5)
    for task in done:
        print(task.result())
    print(f"cancelled: {[task.cancelled() for task in asks]}")


asyncio.run(main())
