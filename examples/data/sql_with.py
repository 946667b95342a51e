# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the with"
# remove = "with connection:"
# ///
import sqlite3

connection = sqlite3.connect(":memory:")
connection.execute("CREATE TABLE account (owner, balance)")
connection.execute("INSERT INTO account VALUES ('ada', 100)")
connection.execute("INSERT INTO account VALUES ('bob', 0)")
connection.commit()

CHANGE = "UPDATE account SET balance = balance + ? WHERE owner = ?"
try:
    with connection:
        connection.execute(CHANGE, (-30, "ada"))
        raise ConnectionError("no more power")
        connection.execute(CHANGE, (30, "bob"))
except ConnectionError as error:
    print(error)

rows = connection.execute("SELECT * FROM account")
print(rows.fetchall())  # after the with, and still open
connection.close()
