# /// script
# requires-python = ">=3.11"
# ///
class Cat:
    def __init__(self, name: str) -> None:
        self.name = name

    def speak(self) -> str:
        return f"{self.name} says meow"


tom = Cat("Tom")
function = vars(Cat)["speak"]
print(type(function).__name__, type(tom.speak).__name__)
print(function.__get__(tom, Cat)())
print(tom.speak.__self__ is tom, tom.speak.__func__ is function)
print(f"the same: {tom.speak is tom.speak}")
print(f"equal: {tom.speak == tom.speak}")

vars(tom)["speak"] = function  # in the instance, nothing binds it
try:
    tom.speak()
except TypeError as error:
    print(error)
