# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with the text put in"
# [tool.verbatim.variant.replace]
# '= ?"' = """= '" + name + "'\""""
# "query, (name,)" = "query"
# ///
import sqlite3

connection = sqlite3.connect(":memory:")
connection.execute("CREATE TABLE users (name, secret)")
connection.executemany(
    "INSERT INTO users VALUES (?, ?)",
    [("ada", "lace"), ("bob", "hat")],
)


def secrets_of(name: str) -> list[str]:
    query = "SELECT secret FROM users WHERE name = ?"
    return [row[0] for row in connection.execute(query, (name,))]


print(secrets_of("ada"))
print(secrets_of("nobody' OR '1' = '1"))
connection.close()
