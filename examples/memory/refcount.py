# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
import sys


def count() -> None:
    cup = object()
    alone = sys.getrefcount(cup)
    print("reported at first:", alone)

    shelf = [cup, cup]
    print("in a list, twice:", sys.getrefcount(cup) - alone)
    shelf.pop()
    print("after pop():     ", sys.getrefcount(cup) - alone)
    shelf.clear()
    print("after clear():   ", sys.getrefcount(cup) - alone)


count()
