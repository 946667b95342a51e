# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without debug mode"
# replace = { "debug=True" = "debug=False" }
# ///
import asyncio
import warnings


async def save() -> None:
    print("saved")


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 60  # no slow steps in the report
    save()  # wrong: not awaited
    print("main: done")


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    asyncio.run(main(), debug=True)

for warning in caught:
    what, *where = str(warning.message).splitlines()
    print(what)
    for line in where[-2:]:
        print(line.partition(", ")[2] or line.strip())
