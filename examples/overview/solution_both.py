# /// script
# requires-python = ">=3.11"
# ///
import asyncio
import os
from concurrent.futures import ProcessPoolExecutor

PAGES = {"/": 30_000, "/news": 40_000, "/shop": 20_000}


async def load(path: str) -> int:
    await asyncio.sleep(0.1)  # the network
    return PAGES[path]


def largest_prime(below: int) -> tuple[int, int]:
    primes: list[int] = []
    for number in range(2, below):
        if all(number % p for p in primes if p * p <= number):
            primes.append(number)
    return primes[-1], os.getpid()


async def work(path: str, pool: ProcessPoolExecutor) -> tuple[int, int]:
    below = await load(path)
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(pool, largest_prime, below)


async def main() -> None:
    with ProcessPoolExecutor(max_workers=2) as pool:
        jobs = [work(path, pool) for path in PAGES]
        answers = await asyncio.gather(*jobs)
    for path, (prime, process) in zip(PAGES, answers):
        here = "here" if process == os.getpid() else "elsewhere"
        print(f"{path}: {prime}, computed {here}")


if __name__ == "__main__":
    asyncio.run(main())
