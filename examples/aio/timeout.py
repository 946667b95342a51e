# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeline = true
# [[tool.verbatim.mask]]
# name = "seconds"
# pattern = '(\d+\.\d) seconds'
# min = 0.3
# max = 5
# ///
import asyncio
import time


async def ask_server():
    try:
        await asyncio.sleep(60)  # the server does not answer
    finally:
        print("connection closed")


async def main():
    start = time.perf_counter()
    try:
        async with asyncio.timeout(0.3):
            await ask_server()
    except TimeoutError:
        seconds = time.perf_counter() - start
        print(f"gave up after {seconds:.1f} seconds")


asyncio.run(main())
