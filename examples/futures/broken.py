# /// script
# requires-python = ">=3.11"
# ///
import os
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor

if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as pool:
        future = pool.submit(os._exit, 1)  # the worker dies
        print(f"The call: {type(future.exception()).__name__}")
        try:
            pool.submit(abs, -3)
        except BrokenExecutor as error:
            print(f"The next submit(): {type(error).__name__}")
