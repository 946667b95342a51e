# /// script
# requires-python = ">=3.13"
# ///
class Order:
    def __init__(self) -> None:
        self.pieces = 1

    def pay(self) -> None:
        self.paid = True


entries = vars(Order)
print(sorted(entries["__static_attributes__"]))
print(f"line {entries['__firstlineno__']}")
print(vars(Order()))
