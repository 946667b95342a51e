# /// script
# requires-python = ">=3.11"
# ///
name = "Zoë"
price = 12.5
digits = 2

print(f"{name} {name!r} {name!a}")
print(f"{name = }")
print(f"{price * 2 = :.{digits}f}")
print(f"{name!r:_>10}")
