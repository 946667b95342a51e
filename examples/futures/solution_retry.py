# /// script
# requires-python = ">=3.11"
# ///
from concurrent.futures import (
    Executor,
    ThreadPoolExecutor,
    as_completed,
)

attempts = {"maps": 0, "music": 0, "photos": 0}


def download(name: str) -> str:
    attempts[name] += 1  # one call per name at a time
    if name == "music" and attempts[name] < 3:
        raise ConnectionError("try again")
    return name


def download_all(
    pool: Executor, names: list[str], rounds: int
) -> list[str]:
    """Try up to `rounds` times; return the names that failed."""
    for _ in range(rounds):
        futures = {pool.submit(download, name): name for name in names}
        names = [
            futures[future]
            for future in as_completed(futures)
            if future.exception() is not None
        ]
        if not names:
            break
    return names


with ThreadPoolExecutor() as pool:
    failed = download_all(pool, list(attempts), rounds=5)
print(attempts)
print(f"Failed: {failed}")
