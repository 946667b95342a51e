# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
from functools import Placeholder, partial

remove_dashes = partial(str.replace, Placeholder, "-", "")
print(remove_dashes("978-3-16-148410-0"))

is_number = partial(isinstance, Placeholder, int | float)
print(list(filter(is_number, [3, "tea", 4.5, None])))

hexadecimal = partial(int, base=16)
print(hexadecimal("ff"), hexadecimal("10", base=2))
print(remove_dashes.args[1:])
try:
    remove_dashes()
except TypeError as error:
    print("TypeError:", error)
