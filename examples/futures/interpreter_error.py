# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
from concurrent.futures import InterpreterPoolExecutor

with InterpreterPoolExecutor(max_workers=1) as pool:
    try:
        pool.submit(int, "ten").result()
    except ValueError as error:
        print(f"{type(error).__name__}: {error}")
        print(f"cause: {type(error.__cause__).__name__}")
