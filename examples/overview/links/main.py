# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeout = 90
# [[tool.verbatim.mask]]
# name = "seconds"
# pattern = 'broken, (\d+\.\d) s'
# min = 0.0
# max = 80.0
# [[tool.verbatim.mask]]
# name = "ratio"
# pattern = 'at least (\d+\.\d) times'
# min = 2.0
# max = 200.0
# ///
# region check
import asyncio
import time
from concurrent.futures import (
    ProcessPoolExecutor,
    ThreadPoolExecutor,
)
from contextlib import closing
from http.client import HTTPConnection
from threading import Thread
from urllib.parse import urlsplit

import server


def check(link: str) -> int:
    url = urlsplit(link)
    connection = HTTPConnection(url.netloc, timeout=10)
    try:
        connection.request("HEAD", url.path)
        return connection.getresponse().status
    finally:
        connection.close()


# endregion
# region one
def one_after_another(links: list[str]) -> list[int]:
    return [check(link) for link in links]


# endregion
# region threads
def with_threads(links: list[str]) -> list[int]:
    found: dict[str, int] = {}

    def note(link: str) -> None:
        found[link] = check(link)

    threads = [Thread(target=note, args=[link]) for link in links]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [found[link] for link in links]


# endregion
# region pool
def with_a_pool(links: list[str]) -> list[int]:
    with ThreadPoolExecutor(max_workers=20) as pool:
        return list(pool.map(check, links))


# endregion
# region tasks
async def ask(link: str, places: asyncio.Semaphore) -> int:
    url = urlsplit(link)
    async with places:
        reader, writer = await asyncio.open_connection(
            url.hostname, url.port
        )
        with closing(writer):
            writer.write(f"HEAD {url.path} HTTP/1.0\r\n\r\n".encode())
            line = await reader.readline()
    return int(line.split()[1])  # HTTP/1.0 200 OK


async def ask_all(links: list[str]) -> list[int]:
    places = asyncio.Semaphore(20)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(ask(link, places)) for link in links]
    return [task.result() for task in tasks]


def with_tasks(links: list[str]) -> list[int]:
    return asyncio.run(ask_all(links))


# endregion
# region processes
def with_processes(links: list[str]) -> list[int]:
    with ProcessPoolExecutor(max_workers=4) as pool:
        return list(pool.map(check, links, chunksize=10))


# endregion
# region measure
WAYS = [
    one_after_another,
    with_threads,
    with_a_pool,
    with_tasks,
    with_processes,
]

if __name__ == "__main__":
    with server.running() as site:
        links = [f"{site}/page/{number}" for number in range(200)]
        times: list[float] = []
        for way in WAYS:
            start = time.perf_counter()
            found = way(links)
            times.append(time.perf_counter() - start)
            print(
                f"{way.__name__}: {found.count(404)} of"
                f" {len(found)} broken, {times[-1]:.1f} s"
            )
    plain, *light, _ = times
    gain = plain / max(light)
    print(f"Threads, pool, tasks: at least {gain:.1f} times as fast")
# endregion
