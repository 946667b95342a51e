# /// script
# requires-python = ">=3.11"
# ///
from collections.abc import Generator


def average() -> Generator[float, float]:
    count, total, result = 0, 0.0, 0.0
    while True:
        value = yield result
        count += 1
        total += value
        result = total / count


running = average()
print("first:", next(running))
for value in 18, 20, 25:
    print(f"send {value}:", running.send(value))
