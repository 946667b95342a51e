# /// script
# requires-python = ">=3.11"
# ///
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor() as pool:
    good = pool.submit(int, "10")
    bad = pool.submit(int, "ten")

print(f"good: {good.exception()}")
print(f"bad:  {bad.exception()}")

try:
    bad.result()
except ValueError as error:
    same = error is bad.exception()
    print(f"result() raised the same object: {same}")
