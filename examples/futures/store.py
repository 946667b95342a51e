# /// script
# requires-python = ">=3.11"
# dependencies = ["matplotlib>=3.10"]
# [tool.verbatim]
# timeout = 60
# [tool.verbatim.artifacts]
# "steps.svg" = """Ten bars: the average number of steps for each \
# thousand numbers up to 10,000. It rises from 60 to 96."""
# ///
import sqlite3
from concurrent.futures import ProcessPoolExecutor

import matplotlib.pyplot as plt


def collatz(number: int) -> int:
    """How many steps it takes to come down to 1."""
    steps = 0
    while number > 1:
        number = 3 * number + 1 if number % 2 else number // 2
        steps += 1
    return steps


if __name__ == "__main__":
    numbers = range(1, 10_001)
    database = sqlite3.connect("steps.db")
    database.execute("CREATE TABLE steps (number, steps)")
    with ProcessPoolExecutor(max_workers=2) as pool, database:
        found = pool.map(collatz, numbers, chunksize=500)
        database.executemany(
            "INSERT INTO steps VALUES (?, ?)", zip(numbers, found)
        )
    rows = database.execute(
        "SELECT (number + 999) / 1000, AVG(steps) FROM steps GROUP BY 1"
    ).fetchall()
    database.close()
    print(f"{len(rows)} groups, the last takes {rows[-1][1]:.1f} steps")

    figure, axes = plt.subplots(figsize=(6, 3), layout="constrained")
    axes.bar([group for group, _ in rows], [steps for _, steps in rows])
    axes.set(xlabel="thousand", ylabel="average steps")
    figure.savefig("steps.svg")
