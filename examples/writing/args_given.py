# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# args = ["--loud", "Ada"]
# title = "python args_given.py --loud Ada"
# ///
import sys

*options, name = sys.argv[1:]
greeting = f"Hello, {name}"
print(greeting.upper() if "--loud" in options else greeting)
