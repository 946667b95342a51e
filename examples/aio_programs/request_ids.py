# /// script
# requires-python = ">=3.11"
# ///
import asyncio
from contextvars import ContextVar

request: ContextVar[str] = ContextVar("request", default="none")
lines: list[str] = []


def log(text: str) -> None:
    lines.append(f"[{request.get()}] {text}")


async def query() -> None:
    await asyncio.sleep(0)  # the others have a turn
    log("asks the database")


async def handle(name: str) -> None:
    request.set(name)
    log("begins")
    await query()


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        for name in ["r1", "r2"]:
            group.create_task(handle(name))
    log("all are done")


asyncio.run(main())
print("\n".join(lines))
