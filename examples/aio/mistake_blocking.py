# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeline = true
# [[tool.verbatim.variant]]
# name = "with an awaited sleep"
# [tool.verbatim.variant.replace]
# "time.sleep(0.3)" = "await asyncio.sleep(0.3)"
# "  # wrong: the loop is blocked" = ""
# ///
import asyncio
import time


async def polite(log: list[str]) -> None:
    log.append("starts")
    await asyncio.sleep(0.3)
    log.append("ends")


async def rude(log: list[str]) -> None:
    log.append("starts")
    time.sleep(0.3)  # wrong: the loop is blocked
    log.append("ends")


async def main() -> None:
    for work in [polite, rude]:
        log: list[str] = []
        await asyncio.gather(work(log), work(log))
        print(f"{work.__name__}: {', '.join(log)}")


asyncio.run(main())
