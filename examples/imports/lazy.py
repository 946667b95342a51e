# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# [[tool.verbatim.variant]]
# name = "without lazy"
# replace = { "lazy import" = "import", "lazy from" = "from" }
# ///
import sys
lazy import json
lazy from decimal import Decimal


def loaded() -> list[str]:
    return [n for n in ["json", "decimal"] if n in sys.modules]


print("after the imports:", loaded())
print(type(globals()["json"]).__name__)
print(json.dumps({"tea": 2}), loaded())
print(Decimal("1.10") * 2, loaded())
print(type(globals()["json"]).__name__)
