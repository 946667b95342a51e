# /// script
# requires-python = ">=3.11"
# dependencies = ["httpx>=0.28"]
# [tool.verbatim]
# timeout = 30
# [[tool.verbatim.variant]]
# name = "without the limit"
# replace = { "limits=limits" = "" }
# ///
import asyncio
from contextlib import closing, suppress

import httpx

REPLY = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello"
PAGES = 9
inside = most = 0
all_here = asyncio.Event()


async def serve(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    global inside, most
    with closing(writer):
        await reader.readuntil(b"\r\n\r\n")  # the request
        inside += 1
        most = max(most, inside)
        if inside == PAGES:
            all_here.set()
        with suppress(TimeoutError):
            async with asyncio.timeout(0.8):
                await all_here.wait()
        inside -= 1
        writer.write(REPLY)
        await writer.drain()


async def main() -> None:
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    limits = httpx.Limits(max_connections=3)
    async with server, httpx.AsyncClient(limits=limits) as client:
        url = f"http://127.0.0.1:{port}"
        gets = [client.get(url) for _ in range(PAGES)]
        replies = await asyncio.gather(*gets)
    print(f"{len(replies)} pages, the first is {replies[0].text!r}")
    print(f"{most} requests at a time, at most")


asyncio.run(main())
