# /// script
# requires-python = ">=3.11"
# ///
prices = [10, 20]
factor = 2
scaled = (price * factor for price in prices)

prices = [1, 2, 3]
factor = 100
print(list(scaled))

try:
    (price for price in None)
except TypeError as error:
    print("at once:", error)

late = (price + extra for price in prices for extra in None)
try:
    next(late)
except TypeError as error:
    print("at next():", error)
