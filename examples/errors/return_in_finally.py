# /// script
# requires-python = ">=3.11"
# ///
import warnings
from typing import Any

source = """
def read(text):
    try:
        return int(text)
    finally:
        return 0
"""

names: dict[str, Any] = {}
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    exec(compile(source, "read.py", "exec"), names)

read = names["read"]
print(read("12"))
print(read("twelve"))
print([str(warning.message) for warning in caught])
