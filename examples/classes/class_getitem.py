# /// script
# requires-python = ">=3.11"
# ///
class Vector:
    size = 0

    def __class_getitem__(cls, size: int) -> type["Vector"]:
        return type(f"{cls.__name__}[{size}]", (cls,), {"size": size})

    def __init__(self, *values: float) -> None:
        if len(values) != self.size:
            raise ValueError(f"{len(values)} values of {self.size}")
        self.values = values

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self.values}"


print(Vector[2](3, 4))
try:
    Vector[3](1, 2)
except ValueError as error:
    print(error)
print(list[int], type(list[int]).__name__)
