# /// script
# requires-python = ">=3.11"
# ///
import asyncio
from types import TracebackType
from typing import Self


class Connection:
    def __init__(self, name: str) -> None:
        self.name = name

    async def __aenter__(self) -> Self:
        await asyncio.sleep(0)  # says hello to the server
        print(f"{self.name}: open")
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        await asyncio.sleep(0)  # says goodbye
        print(f"{self.name}: closed after {error!r}")
        return False  # the exception goes on


async def main() -> None:
    try:
        async with Connection("orders") as orders:
            print(f"{orders.name}: in use")
            raise ValueError("no such order")
    except ValueError as error:
        print(f"main: {error}")


asyncio.run(main())
