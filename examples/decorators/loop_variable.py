# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with a default"
# replace = { "lambda amount:" = "lambda amount, rate=rate:" }
# ///
from collections.abc import Callable

rates = {"USD": 1.25, "GBP": 0.75, "JPY": 160.0}


def make_converters() -> dict[str, Callable[[float], float]]:
    converters = {}
    for currency, rate in rates.items():
        converters[currency] = lambda amount: amount * rate
    return converters


for currency, convert in make_converters().items():
    print(f"100 EUR in {currency}: {convert(100)}")
