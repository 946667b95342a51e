# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without new deadlines"
# remove = "limit.reschedule(loop.time() + 2)"
# ///
import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()
    beats: asyncio.Queue[int] = asyncio.Queue()
    for number, when in enumerate([0.5, 1.0, 2.1]):
        loop.call_later(when, beats.put_nowait, number)
    heard = 0
    try:
        async with asyncio.timeout(2) as limit:
            while True:
                await beats.get()
                heard += 1
                limit.reschedule(loop.time() + 2)
    except TimeoutError:
        print(f"silence after {heard} heartbeats")


asyncio.run(main())
