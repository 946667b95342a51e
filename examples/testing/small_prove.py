# /// script
# requires-python = ">=3.11"
# ///
import os
import subprocess
import sys

UNSURE = "print({'maps', 'music', 'photos', 'notes'})"
SURE = "print(sorted({'maps', 'music', 'photos', 'notes'}))"


def run(program: str, seed: int) -> str:
    return subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


seeds = range(6)
for name, program in [("set", UNSURE), ("sorted", SURE)]:
    outputs = {run(program, seed) for seed in seeds}
    verdict = "repeats" if len(outputs) == 1 else "does not repeat"
    print(f"{name}: {verdict} under {len(seeds)} hash seeds")
