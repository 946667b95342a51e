# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with a plain dict"
# replace = { "= WeakValueDictionary()" = "= {}" }
# ///
from collections.abc import MutableMapping
from weakref import WeakValueDictionary


class Picture:
    def __init__(self, name: str) -> None:
        print("load", name)
        self.name = name


cache: MutableMapping[str, Picture] = WeakValueDictionary()


def load(name: str) -> Picture:
    picture = cache.get(name)
    if picture is None:
        picture = cache[name] = Picture(name)
    return picture


page = [load("cup"), load("cup"), load("jug")]
print("in the cache:", list(cache))
page.pop(0)
print("one cup less:", list(cache))
page.clear()
print("page closed: ", list(cache))
