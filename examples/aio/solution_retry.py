# /// script
# requires-python = ">=3.11"
# ///
import asyncio


async def ask(attempt: int) -> str:
    answered = asyncio.Event()
    if attempt == 3:
        answered.set()  # the first two are never answered
    await answered.wait()
    return f"answer to attempt {attempt}"


async def ask_again(attempts: int, patience: float) -> str:
    for attempt in range(1, attempts + 1):
        try:
            async with asyncio.timeout(patience):
                return await ask(attempt)
        except TimeoutError:
            print(f"attempt {attempt}: no answer")
    raise TimeoutError(f"no answer in {attempts} attempts")


print(asyncio.run(ask_again(attempts=3, patience=0.2)))
