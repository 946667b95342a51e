# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# mask = ["uuid", "date"]
# ///
import uuid
from datetime import UTC, datetime

print("Receipt:", uuid.uuid4())
print("Printed:", datetime.now(UTC).isoformat())
print("Total: 12.50")
