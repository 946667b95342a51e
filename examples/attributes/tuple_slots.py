# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
class Point(tuple):
    __slots__ = ("label",)


home = Point((3, 4))
home.label = "home"
print(home, home.label, home == (3, 4))
print(f"has a __dict__: {hasattr(home, '__dict__')}")
