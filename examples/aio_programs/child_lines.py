# /// script
# requires-python = ">=3.11"
# ///
import asyncio
import sys
from asyncio.subprocess import PIPE

PROGRAM = """
for name in ["ada", "bob"]:
    print(f"building {name}", flush=True)
    input()  # forced: waits for an answer
raise SystemExit(3)
"""


async def build() -> int:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, stdin=PIPE, stdout=PIPE
    )
    assert process.stdin is not None and process.stdout is not None
    async for line in process.stdout:
        print(f"> {line.decode().strip()}")
        process.stdin.write(b"\n")
        await process.stdin.drain()
    return await process.wait()


async def other_work() -> None:
    await asyncio.sleep(0)
    print("the loop is free meanwhile")


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        child = group.create_task(build())
        group.create_task(other_work())
    print(f"exit code {child.result()}")


asyncio.run(main())
