# /// script
# requires-python = ">=3.11"
# ///
from concurrent.futures import ThreadPoolExecutor


def fetch(page: int) -> str:
    if page == 2:
        raise LookupError("no such page")
    return f"text of page {page}"


with ThreadPoolExecutor() as pool:
    texts = pool.map(fetch, [1, 2, 3])  # raises nothing yet

try:
    for text in texts:
        print(text)
except LookupError as error:
    print(f"failed: {error}")
