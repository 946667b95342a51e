# /// script
# requires-python = ">=3.11"
# ///
import asyncio
import sys


async def run(code: str, seconds: float) -> str:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code
    )
    end = "ended"
    try:
        async with asyncio.timeout(seconds):
            await process.wait()
    except TimeoutError:
        end = "killed"
    finally:  # also if this task is cancelled
        if process.returncode is None:
            process.kill()
            await process.wait()
    return f"{end}, {process.returncode}"


async def main() -> None:
    print(f"short: {await run('pass', seconds=30)}")
    print(f"stuck: {await run('while True: pass', seconds=0.3)}")


asyncio.run(main())
