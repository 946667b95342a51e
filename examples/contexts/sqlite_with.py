# /// script
# requires-python = ">=3.11"
# ///
import sqlite3
from contextlib import closing

with closing(sqlite3.connect(":memory:")) as shop:
    shop.execute("CREATE TABLE stock (name UNIQUE, pieces)")
    with shop:
        shop.execute("INSERT INTO stock VALUES ('tea', 12)")
    print("after with: in transaction", shop.in_transaction)

    try:
        with shop:
            shop.execute("UPDATE stock SET pieces = 0")
            shop.execute("INSERT INTO stock VALUES ('tea', 7)")
    except sqlite3.IntegrityError as error:
        print(error)
    # The connection is still open
    print("after both:", shop.execute("SELECT * FROM stock").fetchall())

try:
    shop.execute("SELECT 1")
except sqlite3.ProgrammingError as error:
    print("after closing():", error)
