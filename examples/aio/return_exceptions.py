# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the keyword"
# replace = { ", return_exceptions=True" = "" }
# raises = "LookupError"
# recorded = false
# ///
import asyncio


async def check(link: str) -> str:
    if "old" in link:
        raise LookupError(f"no page at {link}")
    return "fine"


async def main() -> None:
    links = ["/home", "/old-news", "/contact"]
    results = await asyncio.gather(
        *[check(link) for link in links], return_exceptions=True
    )
    for link, result in zip(links, results):
        print(f"{link}: {result!r}")


asyncio.run(main())
