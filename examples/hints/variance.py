# /// script
# requires-python = ">=3.12"
# ///
from collections.abc import Sequence


class Animal:
    pass


class Dog(Animal):
    def bark(self) -> str:
        return "woof"


class Cat(Animal):
    pass


def add_cat(animals: list[Animal]) -> None:
    animals.append(Cat())


def count(animals: Sequence[Animal]) -> int:
    return len(animals)


dogs = [Dog()]
add_cat(dogs)  # a checker refuses this
print("counted:", count(dogs))  # and takes this
for dog in dogs:
    try:
        print(dog.bark())
    except AttributeError as error:
        print("AttributeError:", error.name)
