# /// script
# requires-python = ">=3.13"
# ///
import warnings


@warnings.deprecated("use area_of()")
def area(side: float) -> float:
    return side**2


with warnings.catch_warnings():
    warnings.simplefilter("error", DeprecationWarning)
    try:
        area(2)
    except DeprecationWarning as warning:
        print("raised:", warning)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print("result:", area(2))
print("collected:", caught[0].category.__name__)
