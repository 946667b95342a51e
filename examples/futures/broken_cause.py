# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
import os
import re
from concurrent.futures import ProcessPoolExecutor

if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as pool:
        error = pool.submit(os._exit, 7).exception()
    assert error is not None
    print(*re.findall(r"exit code \d+", str(error.__cause__)))
