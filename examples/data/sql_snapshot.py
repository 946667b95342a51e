# /// script
# requires-python = ">=3.11"
# ///
import sqlite3

writer = sqlite3.connect("shop.db")
print(writer.execute("PRAGMA journal_mode = WAL").fetchone())
writer.execute("CREATE TABLE sale (what)")
writer.commit()
COUNT = "SELECT count(*) FROM sale"

reader = sqlite3.connect("shop.db")
reader.execute("BEGIN")
before = reader.execute(COUNT).fetchone()
writer.execute("INSERT INTO sale VALUES ('tea')")
writer.commit()  # does not wait for the reader
print("reader:", before, reader.execute(COUNT).fetchone())

copy = sqlite3.connect("copy.db")
writer.backup(copy)
print("copy:  ", copy.execute(COUNT).fetchone())
for connection in (writer, reader, copy):
    connection.close()
