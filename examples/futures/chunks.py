# /// script
# requires-python = ">=3.11"
# ///
from concurrent.futures import ProcessPoolExecutor


class CountingPool(ProcessPoolExecutor):
    """A pool that counts what is sent to its workers."""

    sent = 0

    def submit(self, *args, **kwargs):
        self.sent += 1
        return super().submit(*args, **kwargs)


if __name__ == "__main__":
    words = ["to", "be", "or", "not"] * 250

    with CountingPool(max_workers=1) as pool:
        for chunksize in [1, 100, 300]:
            pool.sent = 0
            total = sum(pool.map(len, words, chunksize=chunksize))
            print(f"chunks of {chunksize}: {pool.sent} sent, {total}")
