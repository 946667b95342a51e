# /// script
# requires-python = ">=3.11"
# ///
from dataclasses import dataclass


@dataclass(slots=True)
class Animal:
    name: str

    def describe(self) -> str:
        return self.name


@dataclass(slots=True)
class Dog(Animal):
    breed: str

    def describe(self) -> str:
        return f"{super().describe()}, a {self.breed}"


try:
    print(Dog("Rex", "beagle").describe())
except TypeError as error:
    print("refused:", type(error).__name__)
