# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the first branch"
# raises = "ExceptionGroup"
# recorded = false
# [tool.verbatim.variant.replace]
# 'except* LookupError as group:' = ""
# '    print(f"Lookup: {len(group.exceptions)}")' = ""
# ///
import asyncio


async def fail(error: Exception) -> None:
    raise error


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(LookupError("no such page")))
        group.create_task(fail(ValueError("not a number")))
        group.create_task(fail(ValueError("too large")))


try:
    asyncio.run(main())
except* LookupError as group:
    print(f"Lookup: {len(group.exceptions)}")
except* ValueError as group:
    print(f"Value: {len(group.exceptions)}")
    for error in group.exceptions:
        print(f"  {error}")
