# /// script
# requires-python = ">=3.11"
# ///
import customers
import orders

order = customers.Customer().order()
print(type(order).__name__, "of a", type(order.customer).__name__)
print(orders.customers is customers)
