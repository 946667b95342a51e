# /// script
# requires-python = ">=3.11"
# ///
CITIES = {"Oslo": 4, "Rome": 18, "Cairo": 27}


# region convert
def to_fahrenheit(celsius):
    return celsius * 9 / 5 + 32


# endregion


# region report
for city, celsius in CITIES.items():
    print(f"{city}: {to_fahrenheit(celsius):.1f} °F")

warmest = max(CITIES, key=lambda city: CITIES[city])
print(f"Warmest: {warmest}")
# endregion
