# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
from collections.abc import Iterator

orders = {"Ada": ["tea", "cake"], "Bob": [], "Cid": ["tea"]}
print([*items for items in orders.values()])
print({*items for items in orders.values()} == {"tea", "cake"})

layers = [{"size": "M", "color": "red"}, {"color": "blue"}]
print({**layer for layer in layers})


def pages() -> Iterator[list[int]]:
    for start in 1, 4:
        print(f"  loads the page from {start} on")
        yield list(range(start, start + 3))


items = (*page for page in pages())
print(next(items), next(items))
print(*items)
