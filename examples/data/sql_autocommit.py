# /// script
# requires-python = ">=3.12"
# [tool.verbatim]
# optional = true
# ///
import sqlite3
from contextlib import closing


def contents(connection: sqlite3.Connection) -> str:
    try:
        rows = connection.execute("SELECT * FROM note").fetchall()
    except sqlite3.OperationalError as error:
        return str(error)
    return f"rows: {len(rows)}"


for name, connection in {
    "default": sqlite3.connect(":memory:"),
    "False": sqlite3.connect(":memory:", autocommit=False),
    "True": sqlite3.connect(":memory:", autocommit=True),
}.items():
    with closing(connection):
        connection.execute("CREATE TABLE note (text)")
        connection.execute("INSERT INTO note VALUES ('tea')")
        connection.rollback()
        print(f"{name:7}", contents(connection))
