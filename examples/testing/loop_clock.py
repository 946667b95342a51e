# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# elapsed = { max = 5 }
# ///
import asyncio
import selectors

Ready = list[tuple[selectors.SelectorKey, int]]


class Skipping(selectors.DefaultSelector):
    now = 0.0

    def select(self, timeout: float | None = None) -> Ready:
        if timeout is None:
            return super().select()  # nothing scheduled: really wait
        self.now += timeout  # instead of waiting
        return super().select(0)


def skipping_loop() -> asyncio.AbstractEventLoop:
    selector = Skipping()
    loop = asyncio.SelectorEventLoop(selector)
    loop.time = lambda: selector.now
    return loop


async def main() -> None:
    try:
        async with asyncio.timeout(3600):
            await asyncio.sleep(7200)
    except TimeoutError:
        now = asyncio.get_running_loop().time()
        print(f"timed out after {now:.0f} seconds")


with asyncio.Runner(loop_factory=skipping_loop) as runner:
    runner.run(main())
