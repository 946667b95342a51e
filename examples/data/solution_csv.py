# /// script
# requires-python = ">=3.11"
# ///
import csv
import json
from decimal import Decimal

lines = ["what,count,price", "tea,3,1.50", '"soup, hot",1,4.00']
for row in csv.DictReader(lines):
    count = int(row["count"])
    total = count * Decimal(row["price"])
    order = {
        "what": row["what"],
        "count": count,
        "total": str(total),
    }
    print(json.dumps(order))
