# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
import sys

import customers

print("orders" in sys.modules)
order = customers.Customer().order()
print(type(order).__name__, "of a", type(order.customer).__name__)
print("orders" in sys.modules)
