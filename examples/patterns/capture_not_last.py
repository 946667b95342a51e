# /// script
# requires-python = ">=3.11"
# ///

SOURCE = """\
RED = "red"
match "green":
    case RED:
        print("stop")
    case _:
        print("drive")
"""

try:
    exec(SOURCE)
except SyntaxError as error:
    print(f"line {error.lineno}: {error.msg}")
