# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with a list"
# replace = { 'counted("log.txt")' = 'list(counted("log.txt"))' }
# ///
from collections.abc import Iterator
from pathlib import Path

Path("log.txt").write_text(
    "".join(
        f"{n} {'ERROR' if n % 100 == 0 else 'ok'}\n"
        for n in range(1, 5001)
    )
)
reads = 0


def counted(path: str) -> Iterator[str]:
    global reads
    with open(path) as file:
        for line in file:
            reads += 1
            yield line


log = counted("log.txt")
fields = (line.split() for line in log)
errors = (number for number, state in fields if state == "ERROR")
print("before:", reads, "lines read")
print("first errors:", next(errors), next(errors), next(errors))
print("after:", reads, "lines read")
