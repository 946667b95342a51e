# /// script
# requires-python = ">=3.11"
# ///
import asyncio
import time


async def polite(log):
    log.append("begins")
    await asyncio.sleep(0.05)
    log.append("ends")


async def rude(log):
    log.append("begins")
    time.sleep(0.05)  # wrong: the loop stands still
    log.append("ends")


async def main():
    for work in [polite, rude]:
        log = []
        await asyncio.gather(work(log), work(log))
        print(f"{work.__name__}: {', '.join(log)}")


asyncio.run(main())
