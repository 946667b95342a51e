# /// script
# requires-python = ">=3.11"
# ///
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool


class Length:
    """A len() that counts how often it is pickled and sent."""

    sent = 0

    def __call__(self, word: str) -> int:
        return len(word)

    def __reduce__(self) -> tuple[type, tuple[()]]:
        Length.sent += 1
        return Length, ()


if __name__ == "__main__":
    words = ["to", "be", "or", "not"] * 250

    with ProcessPoolExecutor(max_workers=1) as pool:
        for chunksize in [1, 100, 300]:
            Length.sent = 0
            total = sum(pool.map(Length(), words, chunksize=chunksize))
            print(f"chunks of {chunksize}: {Length.sent} sent, {total}")

    with Pool(processes=1) as pool:
        Length.sent = 0
        total = sum(pool.map(Length(), words))
        print(f"multiprocessing.Pool: {Length.sent} sent, {total}")
