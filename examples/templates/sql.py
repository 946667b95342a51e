# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
import sqlite3
from string.templatelib import Template

db = sqlite3.connect(":memory:", autocommit=True)
db.execute("create table guest (name text, room integer)")
db.execute("insert into guest values ('Ada', 1), ('Bob', 2)")


def rooms(query: Template) -> list[int]:
    sql = "?".join(query.strings)
    print(sql)
    return [room for (room,) in db.execute(sql, query.values)]


def rooms_unsafe(sql: str) -> list[int]:
    print(sql)
    return [room for (room,) in db.execute(sql)]


for name in ["Ada", "' or room > '0"]:
    print(rooms(t"select room from guest where name = {name}"))

print(rooms_unsafe(f"select room from guest where name = '{name}'"))
db.close()
