# /// script
# requires-python = ">=3.11"
# ///
class Celsius(float):
    def __new__(cls, text: str) -> "Celsius":
        print("__new__ makes it")
        return super().__new__(cls, text.removesuffix("°C"))

    def __init__(self, text: str) -> None:
        print("__init__ gets", repr(text))
        self.text = text


warm = Celsius("21.5°C")
print(warm + 1, warm.text)


class Late(float):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


try:
    Late("21.5°C")
except ValueError as error:
    print("too late:", error)
