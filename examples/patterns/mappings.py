# /// script
# requires-python = ">=3.11"
# ///
import json
from typing import Any


def describe(event: Any) -> str:
    match event:
        case {"type": "order", "items": [first, *more]}:
            return f"{first} and {len(more)} more"
        case {"type": "order"}:
            return "an order without items"
        case {"type": str(kind), **rest}:
            return f"{kind} with {sorted(rest)}"
        case {}:
            return "a mapping"
    return "something else"


for text in [
    '{"type": "order", "items": ["tea", "cake"], "table": 5}',
    '{"type": "order", "table": 5}',
    '{"type": "refund", "cents": 300, "table": 5}',
    '{"type": null}',
    "[]",
]:
    print(describe(json.loads(text)))
