# /// script
# requires-python = ">=3.11"
# ///
from concurrent.futures import ProcessPoolExecutor


def sum_of_squares(numbers: range) -> int:
    return sum(number * number for number in numbers)


if __name__ == "__main__":
    limit, step = 200_000, 50_000
    parts = [
        range(start, start + step) for start in range(0, limit, step)
    ]
    with ProcessPoolExecutor(max_workers=2) as pool:
        total = sum(pool.map(sum_of_squares, parts))
    print(total)
    print(f"Correct: {total == sum_of_squares(range(limit))}")
