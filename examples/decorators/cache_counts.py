# /// script
# requires-python = ">=3.11"
# ///
import functools


@functools.lru_cache(maxsize=2)
def price(product: str, pieces: int = 1) -> int:
    print(f"  computes {product} {pieces}")
    return len(product) * pieces


print(price("tea"), price("tea"), price("milk"))
print(price.cache_info())
print(price("cake"), price("tea"))
print(price("tea", 1), price("tea", pieces=1))
print(price.cache_info())
