# /// script
# requires-python = ">=3.11"
# ///
import json
from datetime import date
from decimal import Decimal
from typing import Any


def encode(value: object) -> dict[str, str]:
    if isinstance(value, Decimal):
        return {"$decimal": str(value)}
    if isinstance(value, date):
        return {"$date": value.isoformat()}
    raise TypeError(f"cannot save a {type(value).__name__}")


def decode(found: dict[str, Any]) -> Any:
    match found:
        case {"$decimal": str(digits)} if len(found) == 1:
            return Decimal(digits)
        case {"$date": str(day)} if len(found) == 1:
            return date.fromisoformat(day)
    return found


invoice = {"due": date(2026, 12, 24), "total": Decimal("19.90")}
text = json.dumps(invoice, default=encode)
print(text)
again = json.loads(text, object_hook=decode)
print(again == invoice, repr(again["total"]))
