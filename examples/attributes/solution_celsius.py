# /// script
# requires-python = ">=3.11"
# ///
class Temperature:
    def __init__(self, celsius: float) -> None:
        self.celsius = celsius

    @property
    def fahrenheit(self) -> float:
        return self.celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value: float) -> None:
        self.celsius = (value - 32) * 5 / 9


kettle = Temperature(20)
kettle.celsius = 100
print(f"{kettle.celsius:g} C is {kettle.fahrenheit:g} F")
kettle.fahrenheit = 140
print(f"{kettle.celsius:g} C is {kettle.fahrenheit:g} F")
