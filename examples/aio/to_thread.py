# /// script
# requires-python = ">=3.11"
# ///
import asyncio
import threading

may_answer = threading.Event()


def read_sensor():  # an ordinary function that blocks
    may_answer.wait()
    return 21.5


async def main():
    reading = asyncio.create_task(asyncio.to_thread(read_sensor))
    for step in [1, 2, 3]:
        await asyncio.sleep(0.01)
        print(f"main: step {step}")
    may_answer.set()
    print(f"sensor: {await reading} degrees")


asyncio.run(main())
