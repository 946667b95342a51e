# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
import subprocess
import sys

code = """
import sys
import csv
print("csv" in sys.modules, end=" ")
csv.list_dialects()
print("csv" in sys.modules)
"""

for options in [[], ["-X", "lazy_imports=all"]]:
    print(*options or ["(none)"], end=": ", flush=True)
    subprocess.run([sys.executable, *options, "-c", code], check=True)
