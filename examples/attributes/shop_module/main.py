# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# title = "main.py"
# ///
import shop
from shop import prices

print(prices)
print(shop.tax)
print(shop.tax)
print(sorted(vars(shop).keys() & {"tax", "prices", "PRICES"}))
try:
    print(shop.discount)
except AttributeError as error:
    print(error)
