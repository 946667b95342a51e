# /// script
# requires-python = ">=3.11"
# ///
class Model:
    @classmethod
    @property
    def table(cls) -> str:
        return cls.__name__.lower() + "s"


print(f"type: {type(Model.table).__name__}")
print(f"usable as text: {isinstance(Model.table, str)}")
