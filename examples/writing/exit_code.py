# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# exit = 3
# ///
import sys

print("2 of 5 files are damaged")
sys.exit(3)
