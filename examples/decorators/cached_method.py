# /// script
# requires-python = ">=3.12"
# [[tool.verbatim.variant]]
# name = "with functools cache"
# replace = { "    @cached_method\n" = "    @functools.cache\n" }
# ///
import functools
import weakref
from collections.abc import Callable
from typing import Any


def cached_method[R](method: Callable[..., R]) -> Callable[..., R]:
    name = f"_{method.__qualname__}_results"  # of this class

    @functools.wraps(method)
    def wrapper(self: Any, *args: Any) -> R:
        results = vars(self).setdefault(name, {})
        if args not in results:
            results[args] = method(self, *args)
        return results[args]

    return wrapper


class Shop:
    @cached_method
    def price(self, product: str) -> int:
        print(f"  computes {product}")
        return len(product)


shop = Shop()
print(shop.price("tea"), shop.price("tea"), shop.price("milk"))
weakref.finalize(shop, print, "freed")
del shop
print("the end")
