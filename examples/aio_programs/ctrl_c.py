# /// script
# requires-python = ">=3.11"
# ///
import asyncio
import os
import signal


async def main() -> None:
    asyncio.get_running_loop().call_soon(
        os.kill, os.getpid(), signal.SIGINT
    )  # forced: Ctrl-C
    try:
        await asyncio.sleep(60)
    except KeyboardInterrupt:
        print("main: KeyboardInterrupt")
    except asyncio.CancelledError:
        print("main: cancelled, saving my work")
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("after run(): KeyboardInterrupt")
