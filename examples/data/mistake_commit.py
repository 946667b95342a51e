# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without commit"
# remove = "connection.commit()  # ends the transaction"
# ///
import sqlite3
from contextlib import closing

ALL = "SELECT * FROM sale"


def sell(what: str) -> None:
    with closing(sqlite3.connect("shop.db")) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS sale (what)")
        connection.execute("INSERT INTO sale VALUES (?)", (what,))
        print("inside:", connection.execute(ALL).fetchall())
        connection.commit()  # ends the transaction


sell("tea")
with closing(sqlite3.connect("shop.db")) as connection:
    print("later: ", connection.execute(ALL).fetchall())
