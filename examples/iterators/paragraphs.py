# /// script
# requires-python = ">=3.11"
# ///
from collections.abc import Iterable, Iterator
from pathlib import Path

Path("letter.txt").write_text(
    "Dear Ada,\n\nthe engine\nworks.\n\n\nYours,\nCharles\n"
)


def reported(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        print(f"  reads {line!r}")
        yield line


def paragraphs(lines: Iterable[str]) -> Iterator[str]:
    words: list[str] = []
    for line in lines:
        if line.strip():
            words += line.split()
        elif words:
            yield " ".join(words)
            words = []
    if words:
        yield " ".join(words)


with open("letter.txt") as letter:
    texts = paragraphs(reported(letter))
    print(next(texts))
    print(next(texts))
    print(list(texts))
