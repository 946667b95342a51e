# /// script
# requires-python = ">=3.11"
# ///
class Temperature:
    def __init__(self, celsius: float) -> None:
        self.celsius = celsius
        self.fahrenheit = celsius * 9 / 5 + 32


kettle = Temperature(20)
kettle.celsius = 100
print(f"{kettle.celsius:g} C is {kettle.fahrenheit:g} F")
kettle.fahrenheit = 140
print(f"{kettle.celsius:g} C is {kettle.fahrenheit:g} F")
