# /// script
# requires-python = ">=3.11"
# ///
import sys


def counted(thing: object) -> int:
    before = sys.getrefcount(thing)
    shelf = [thing] * 1000
    after = sys.getrefcount(thing)
    shelf.clear()
    return after - before


print("None: ", counted(None))
print("True: ", counted(True))
print("7:    ", counted(7))
print("12345:", counted(int("12345")))
