# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.mask]]
# name = "seconds"
# pattern = '(\d\.\d{3}) seconds'
# min = 0.5
# max = 1.5
# [[tool.verbatim.variant]]
# name = "with two waits"
# replace = { "time.sleep(0.5)" = "await asyncio.sleep(0.5)" }
# mask = []
# recorded = false
# ///
import asyncio
import logging
import time


class Report(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        names = [name for name in ["polite", "rude"] if name in text]
        took = text.partition(" took ")[2]
        print(f"{', '.join(names)} held the loop for {took}")


logging.getLogger("asyncio").addHandler(Report())


async def polite() -> None:
    await asyncio.sleep(0.5)


async def rude() -> None:
    time.sleep(0.5)


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 0.4  # seconds; usually 0.1
    await asyncio.gather(polite(), rude())


asyncio.run(main(), debug=True)
