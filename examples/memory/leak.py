# /// script
# requires-python = ">=3.11"
# ///
import linecache
import tracemalloc

history: list[str] = []


def handle(number: int) -> int:
    request = f"request number {number}"
    history.append(request.upper())
    return len(request.split())


tracemalloc.start()
handle(0)
before = tracemalloc.take_snapshot()
for number in range(1, 1001):
    handle(number)
after = tracemalloc.take_snapshot()

for found in after.compare_to(before, "lineno")[:1]:
    frame = found.traceback[0]
    print(f"+{found.count_diff} blocks in line {frame.lineno}:")
    print(linecache.getline(frame.filename, frame.lineno).strip())
