# /// script
# requires-python = ">=3.11"
# ///
import asyncio

delays = [60, 60, 0]  # the third attempt is answered at once


async def ask(attempt):
    await asyncio.sleep(delays[attempt])
    return f"answer to attempt {attempt + 1}"


async def ask_again(attempts, patience):
    for attempt in range(attempts):
        try:
            async with asyncio.timeout(patience):
                return await ask(attempt)
        except TimeoutError:
            print(f"attempt {attempt + 1}: no answer")
    raise TimeoutError(f"no answer in {attempts} attempts")


print(asyncio.run(ask_again(attempts=3, patience=0.2)))
