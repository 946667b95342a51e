# /// script
# requires-python = ">=3.11"
# ///
import sqlite3
from dataclasses import dataclass


@dataclass
class Book:
    title: str
    year: int


def make_book(cursor: sqlite3.Cursor, row: tuple) -> Book:
    names = [column[0] for column in cursor.description]
    return Book(**dict(zip(names, row)))


connection = sqlite3.connect(":memory:")
connection.execute("CREATE TABLE book (year, title)")
connection.execute("INSERT INTO book VALUES (1843, 'Notes')")

for factory in (None, sqlite3.Row, make_book):
    connection.row_factory = factory
    row = connection.execute("SELECT * FROM book").fetchone()
    match row:
        case sqlite3.Row():
            print("Row  ", row["title"], row[0])
        case _:
            print(type(row).__name__, row)
connection.close()
