# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# [[tool.verbatim.variant]]
# name = "without the filter"
# remove = "sys.set_lazy_imports_filter(wanted)"
# ///
import sys


def wanted(importer: str | None, name: str, names: object) -> bool:
    if importer != "__main__":
        return True
    print(f"{importer} wants {name}")
    return name != "string"


sys.set_lazy_imports_filter(wanted)
lazy import json
lazy import string

print("json" in sys.modules, "string" in sys.modules)
sys.set_lazy_imports_filter(None)
