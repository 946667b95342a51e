# /// script
# requires-python = ">=3.11"
# ///
from concurrent.futures import ThreadPoolExecutor


def price(item: str, currency: str = "EUR") -> str:
    return f"{item}: {len(item) * 10} {currency}"


with ThreadPoolExecutor(max_workers=2) as pool:
    lamp = pool.submit(price, "lamp")
    sofa = pool.submit(price, "sofa bed", currency="CHF")

print(f"A receipt: {type(lamp).__name__}")
print(lamp.result())
print(sofa.result())
print(lamp.result())  # as often as you like
