# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with a lock for each call"
# replace = { "async with lock:" = "async with asyncio.Lock():" }
# ///
import asyncio

balance = 100


async def deposit(amount: int) -> None:
    global balance
    seen = balance  # read
    await asyncio.sleep(0)  # others have a turn
    balance = seen + amount  # write


async def safe_deposit(amount: int, lock: asyncio.Lock) -> None:
    async with lock:
        await deposit(amount)


async def main() -> None:
    global balance
    await asyncio.gather(deposit(50), deposit(50))
    print(f"Without a lock: {balance}")

    balance = 100
    lock = asyncio.Lock()
    await asyncio.gather(safe_deposit(50, lock), safe_deposit(50, lock))
    print(f"With a lock: {balance}")


asyncio.run(main())
