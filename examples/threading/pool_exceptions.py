# /// script
# requires-python = ">=3.11"
# ///
from concurrent.futures import ThreadPoolExecutor


def fetch(page: int) -> str:
    if page == 2:
        raise LookupError("no such page")
    return f"text of page {page}"


with ThreadPoolExecutor() as pool:
    futures = [pool.submit(fetch, page) for page in [1, 2, 3]]

for future in futures:
    try:
        print(future.result())
    except LookupError as error:
        print(f"failed: {error}")
