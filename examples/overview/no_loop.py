# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
import asyncio


async def main() -> str:
    return "the program ran"


try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(f"get_event_loop(): {error}")

print(f"run(): {asyncio.run(main())}")
