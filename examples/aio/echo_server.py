# /// script
# requires-python = ">=3.11"
# ///
import asyncio
from contextlib import closing


async def answer(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    with closing(writer):
        line = await reader.readline()
        writer.write(line.upper())
        await writer.drain()


async def ask(port: int, word: str) -> str:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    with closing(writer):
        writer.write(f"{word}\n".encode())
        await writer.drain()
        reply = await reader.readline()
    return reply.decode().strip()


async def main() -> None:
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    words = [f"word {n}" for n in range(100)]
    async with server, asyncio.timeout(8), asyncio.TaskGroup() as group:
        asks = [group.create_task(ask(port, word)) for word in words]
    replies = [task.result() for task in asks]
    print(f"{len(replies)} replies: {replies[0]} to {replies[-1]}")


asyncio.run(main())
