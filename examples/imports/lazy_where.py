# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
places = {
    "module": "lazy import json",
    "if": "if True:\n    lazy import json",
    "function": "def f():\n    lazy import json",
    "class": "class A:\n    lazy import json",
    "try": "try:\n    lazy import json\nexcept ImportError: pass",
    "star": "lazy from json import *",
}

for place, source in places.items():
    try:
        compile(source, "example.py", "exec")
        print(f"{place}: allowed")
    except SyntaxError as error:
        print(f"{place}: {error.msg}")

lazy = "still a name"
print(lazy)
