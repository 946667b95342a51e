# /// script
# requires-python = ">=3.11"
# ///
from dataclasses import asdict, dataclass


@dataclass
class Author:
    name: str


@dataclass
class Book:
    title: str
    author: Author
    tags: list[str]


book = Book("Notes", Author("Ada"), ["math"])
deep = asdict(book)
flat = vars(book)
print(deep)
print("same list:", deep["tags"] is book.tags)
print("same list in vars():", flat["tags"] is book.tags)

again = Book(**deep)
print("equal again:", again == book)
print("author is now a", type(again.author).__name__)
