# /// script
# requires-python = ">=3.11"
# ///
import functools
import weakref


class Cached:
    @functools.cache
    def total(self) -> int:
        return 42


class Own:
    @functools.cached_property
    def total(self) -> int:
        print("  computes")
        return 42


cached, own = Cached(), Own()
print(cached.total(), own.total, own.total)
print(vars(own))

gone = []
weakref.finalize(cached, gone.append, "cached")
weakref.finalize(own, gone.append, "own")
del cached, own
print("freed:", gone)
Cached.total.cache_clear()
print("after cache_clear():", gone)
