# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
from concurrent.futures import (
    InterpreterPoolExecutor,
    ThreadPoolExecutor,
)

visits = 0


def visit(number):
    global visits
    visits += 1
    return visits


if __name__ == "__main__":
    for executor in [ThreadPoolExecutor, InterpreterPoolExecutor]:
        with executor(max_workers=1) as pool:
            seen = list(pool.map(visit, range(3)))
        print(f"{executor.__name__}: {seen}")
        print(f"  visits in the main interpreter: {visits}")
