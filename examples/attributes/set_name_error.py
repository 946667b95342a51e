# /// script
# requires-python = ">=3.11"
# ///
class Field:
    def __set_name__(self, owner: type, name: str) -> None:
        if name.startswith("_"):
            raise ValueError(f"{name} is private")


try:

    class Tea:
        price = Field()
        _weight = Field()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
    print(getattr(error, "__notes__", "no notes"))
    print(f"cause: {error.__cause__!r}")
