# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
import subprocess
import sys
from collections import Counter
from pathlib import Path

REPLAY = [sys.executable, "-m", "profiling.sampling", "replay"]


def replay(form: str, file: str) -> str:
    command = [*REPLAY, form, "-o", file, "shop.bin"]
    subprocess.run(command, check=True, capture_output=True)
    return Path(file).read_text()


samples: Counter[str] = Counter()
for line in replay("--collapsed", "stacks.txt").splitlines():
    stack, count = line.rsplit(" ", 1)
    for function in "prices", "stock":
        if f";shop.py:{function}:" in stack:
            samples[function] += int(count)

print("samples:", samples.total())
for function, count in samples.most_common():
    print(f"{function}: {count / samples.total():.0%}")
page = replay("--flamegraph", "flame.html")
print("flame graph:", page[:15])
