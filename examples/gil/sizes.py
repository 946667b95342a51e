# /// script
# requires-python = ">=3.11"
# ///
import sys

print(f"A small int: {sys.getsizeof(1)} bytes")
print(f"A float: {sys.getsizeof(1.0)} bytes")
print(f"An empty list: {sys.getsizeof([])} bytes")
