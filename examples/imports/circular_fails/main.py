# /// script
# requires-python = ">=3.11"
# ///
import sys

try:
    import orders
except ImportError as error:
    print(type(error).__name__, "of", error.name)
    print(str(error).partition(" from ")[0])

print([name for name in ["orders", "customers"] if name in sys.modules])
