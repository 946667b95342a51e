# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without debug mode"
# replace = { "debug=True" = "debug=False" }
# ///
import asyncio
import threading


def call_from_thread(
    loop: asyncio.AbstractEventLoop, done: asyncio.Event
) -> None:
    try:
        loop.call_soon(done.set)  # wrong
    except RuntimeError as error:
        print(f"{str(error).split(' on ')[0]}")
    loop.call_soon_threadsafe(done.set)  # right


async def main() -> None:
    done = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 60  # no slow steps in the report
    thread = threading.Thread(
        target=call_from_thread, args=(loop, done)
    )
    thread.start()
    await done.wait()
    thread.join()
    print("done")


asyncio.run(main(), debug=True)
