# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "called directly"
# [tool.verbatim.variant.replace]
# "await asyncio.to_thread(read_sensor)" = "read_sensor()"
# "settimeout(5)" = "settimeout(0.5)"
# ///
import asyncio
import socket

ours, sensor = socket.socketpair()
ours.settimeout(5)


def read_sensor() -> str:  # an ordinary function that blocks
    try:
        return ours.recv(100).decode()
    except TimeoutError:
        return "no answer"


async def measure() -> str:
    return await asyncio.to_thread(read_sensor)


async def main() -> None:
    reading = asyncio.create_task(measure())
    for step in [1, 2, 3]:
        await asyncio.sleep(0)
        print(f"main: step {step}")
    sensor.sendall(b"21.5 degrees")
    print(f"sensor: {await reading}")


asyncio.run(main())
