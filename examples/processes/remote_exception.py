# /// script
# requires-python = ">=3.11"
# ///
from concurrent.futures import ProcessPoolExecutor


def divide(a: int, b: int) -> float:
    return a / b


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as pool:
        future = pool.submit(divide, 1, 0)
        try:
            future.result()
        except ZeroDivisionError as error:
            print(f"Raised here: {error!r}")
            there = str(error.__cause__)
            print(f"Where it was: {'in divide' in there}")
