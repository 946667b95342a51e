# /// script
# requires-python = ">=3.11"
# ///
import io


class Pieces(io.StringIO):
    """A stream that keeps the texts it is given, one by one."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def write(self, text: str) -> int:
        self.pieces.append(text)
        return super().write(text)


stream = Pieces()
print("hello", file=stream)
print(f"print(): {stream.pieces}")

stream = Pieces()
stream.write("hello\n")
print(f"write(): {stream.pieces}")
