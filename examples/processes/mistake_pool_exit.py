# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without close and join"
# remove = [
#     "pool.close()  # right: no more work will come, ...",
#     "pool.join()  # ... and what has come is finished",
# ]
# ///
from multiprocessing import Pool

if __name__ == "__main__":
    with Pool(processes=1) as pool:
        result = pool.apply_async(sum, (range(10**12),))
    # wrong: the block has killed the worker
    print(f"Ready: {result.ready()}")

    with Pool(processes=1) as pool:
        result = pool.apply_async(sum, (range(5 * 10**7),))
        pool.close()  # right: no more work will come, ...
        pool.join()  # ... and what has come is finished
    print(f"Ready: {result.ready()}")
