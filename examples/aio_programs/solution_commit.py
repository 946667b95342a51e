# /// script
# requires-python = ">=3.11"
# ///
import asyncio
import sqlite3
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager

store = sqlite3.connect(":memory:", check_same_thread=False)
store.execute("CREATE TABLE orders (dish TEXT)")
turn = asyncio.Lock()


async def finish(step: Callable[[], None]) -> None:
    """Do the step in a thread, and wait for it in any case."""
    task = asyncio.create_task(asyncio.to_thread(step))
    interrupt: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait([task])  # does not cancel it
        except asyncio.CancelledError as error:
            interrupt = error
    if interrupt is not None:
        raise interrupt
    task.result()  # raises what the step has raised


@asynccontextmanager
async def transaction() -> AsyncGenerator[sqlite3.Connection]:
    async with turn:
        try:
            yield store
            await finish(store.commit)
        except BaseException:
            await finish(store.rollback)
            raise


async def order(*dishes: str) -> None:
    async with transaction() as connection:
        for dish in dishes:
            if dish == "stones":
                raise ValueError("we do not cook stones")
            connection.execute("INSERT INTO orders VALUES (?)", [dish])


async def main() -> None:
    results = await asyncio.gather(
        order("soup", "rice"),
        order("cake", "stones"),
        return_exceptions=True,
    )
    print(results)
    print(store.execute("SELECT dish FROM orders").fetchall())


asyncio.run(main())
store.close()
