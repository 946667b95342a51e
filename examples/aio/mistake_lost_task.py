# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with a variable"
# [tool.verbatim.variant.replace]
# "asyncio.create_task" = "task = asyncio.create_task"
# "  # wrong: not kept" = ""
# ///
import asyncio
import gc


async def wait_for_answer() -> None:
    answer = asyncio.get_running_loop().create_future()
    print(f"answer: {await answer}")


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(
        lambda loop, context: print(context["message"])
    )
    asyncio.create_task(wait_for_answer())  # wrong: not kept
    await asyncio.sleep(0)  # it starts
    gc.collect()  # forced: collect the garbage now
    others = asyncio.all_tasks() - {asyncio.current_task()}
    print(f"main: {len(others)} other tasks are left")


asyncio.run(main())
