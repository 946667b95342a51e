# /// script
# requires-python = ">=3.11"
# ///
import asyncio

Numbers = asyncio.Queue[int | None]


async def square(numbers: Numbers, squares: Numbers) -> None:
    while (number := await numbers.get()) is not None:
        await squares.put(number * number)
    await squares.put(None)  # pass the end on to the next stage


async def report(squares: Numbers) -> None:
    while (value := await squares.get()) is not None:
        print(value)


async def main() -> None:
    numbers: Numbers = asyncio.Queue()
    squares: Numbers = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(square(numbers, squares))
        group.create_task(report(squares))
        for number in [1, 2, 3, 4, None]:
            await numbers.put(number)
    print("Done")


asyncio.run(main())
