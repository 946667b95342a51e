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
import socket
import time

ours, theirs = socket.socketpair()


async def ask_server() -> bytes:
    reader, writer = await asyncio.open_connection(sock=ours)
    try:
        writer.write(b"hello\n")
        return await reader.readline()  # no answer comes
    finally:
        writer.close()
        print("connection closed")


async def main() -> None:
    start = time.perf_counter()
    try:
        async with asyncio.timeout(0.3):
            await ask_server()
    except TimeoutError:
        seconds = time.perf_counter() - start
        print(f"gave up after {seconds:.1f} seconds")


asyncio.run(main())
