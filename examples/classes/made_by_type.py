# /// script
# requires-python = ">=3.11"
# ///
class Tea:
    cups = 2

    def brew(self) -> str:
        return f"{self.cups} cups of {type(self).__name__}"


def brew(self: Tea) -> str:
    return f"{self.cups} cups of {type(self).__name__}"


Coffee = type("Coffee", (Tea,), {"cups": 3, "brew": brew})

print(Tea().brew())
print(Coffee().brew())
print(type(Tea).__name__, type(Coffee).__name__)
print(isinstance(Tea, type), issubclass(Coffee, Tea))
