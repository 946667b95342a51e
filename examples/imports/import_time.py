# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
import subprocess
import sys


def loaded(code: str) -> set[str]:
    result = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code],
        capture_output=True,
        text=True,
        check=True,
    )
    lines = result.stderr.splitlines()
    return {line.rpartition("|")[2].strip() for line in lines}


for code in ["import csv", "lazy import csv"]:
    print(f"{code}: {sorted(loaded(code) & {'_csv', 'csv'})}")
