# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with a default"
# replace = { "lambda amount:" = "lambda amount, rate=rate:" }
# ///
rates = {"USD": 1.25, "GBP": 0.75, "JPY": 160.0}

converters = {}
for currency, rate in rates.items():
    converters[currency] = lambda amount: amount * rate

for currency, convert in converters.items():
    print(f"100 EUR in {currency}: {convert(100)}")
