# /// script
# requires-python = ">=3.11"
# ///
try:
    int("12 apples")
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
