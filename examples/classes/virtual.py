# /// script
# requires-python = ">=3.11"
# ///
from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self) -> float: ...

    def describe(self) -> str:
        return f"area {self.area()}"


class Square(Shape):
    def __init__(self, side: float) -> None:
        self.side = side

    def area(self) -> float:
        return self.side**2


@Shape.register
class Blob: ...


print(Square(3).describe())
print(isinstance(Blob(), Shape), Shape in Blob.__mro__)
for kind in (Shape, Blob):
    try:
        print(kind().describe())
    except (TypeError, AttributeError) as error:
        print(f"{type(error).__name__} from {kind.__name__}")
