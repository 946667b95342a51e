# /// script
# requires-python = ">=3.11"
# ///
import asyncio


async def answer(reader, writer):
    line = await reader.readline()
    writer.write(line.upper())
    await writer.drain()
    writer.close()
    await writer.wait_closed()


async def ask(port, word):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{word}\n".encode())
    reply = await reader.readline()
    writer.close()
    await writer.wait_closed()
    return reply.decode().strip()


async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        words = [f"word {n}" for n in range(100)]
        asks = [ask(port, word) for word in words]
        replies = await asyncio.gather(*asks)
    print(f"{len(replies)} replies: {replies[0]} to {replies[-1]}")


asyncio.run(main())
