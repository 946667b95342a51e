# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "called directly"
# [tool.verbatim.variant.replace]
# "await asyncio.to_thread(read_sensor)" = "read_sensor()"
# "timeout=5" = "timeout=0.5"
# ///
import asyncio
import threading

may_answer = threading.Event()


def read_sensor():  # an ordinary function that blocks
    answered = may_answer.wait(timeout=5)
    return "21.5 degrees" if answered else "no answer"


async def measure():
    return await asyncio.to_thread(read_sensor)


async def main():
    reading = asyncio.create_task(measure())
    for step in [1, 2, 3]:
        await asyncio.sleep(0.01)
        print(f"main: step {step}")
    may_answer.set()
    print(f"sensor: {await reading}")


asyncio.run(main())
