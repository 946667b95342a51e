# /// script
# requires-python = ">=3.11"
# ///
import asyncio
import socket
import threading
from concurrent.futures import (
    ProcessPoolExecutor,
    ThreadPoolExecutor,
)

lost: list[str] = []
threading.excepthook = lambda args: lost.append(args.exc_type.__name__)


def check(port: int) -> None:
    socket.create_connection(("127.0.0.1", port)).close()


async def check_as_task(port: int) -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.to_thread(check, port))


def in_a_thread(port: int) -> None:
    thread = threading.Thread(target=check, args=[port])
    thread.start()
    thread.join()


def in_a_pool(port: int) -> None:
    with ThreadPoolExecutor(max_workers=1) as pool:
        pool.submit(check, port).result()


def in_a_process(port: int) -> None:
    with ProcessPoolExecutor(max_workers=1) as pool:
        pool.submit(check, port).result()


def in_a_task(port: int) -> None:
    asyncio.run(check_as_task(port))


if __name__ == "__main__":
    with socket.socket() as down:
        down.bind(("127.0.0.1", 0))  # has a port, does not listen
        port = down.getsockname()[1]
        for way in [in_a_thread, in_a_pool, in_a_task, in_a_process]:
            try:
                way(port)
                print(f"{way.__name__}: no exception here")
            except (ConnectionRefusedError, ExceptionGroup) as error:
                print(f"{way.__name__}: {type(error).__name__}")
    print(f"Seen by threading.excepthook: {lost}")
