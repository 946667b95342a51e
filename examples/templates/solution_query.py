# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
import sqlite3
from string.templatelib import Template


def flat(query: Template) -> tuple[str, list[object]]:
    sql, values = "", []
    for part in query:
        if isinstance(part, str):
            sql += part
        elif isinstance(part.value, Template):
            inner, more = flat(part.value)
            sql += inner
            values += more
        elif isinstance(part.value, list):
            sql += "(" + ", ".join("?" * len(part.value)) + ")"
            values += part.value
        else:
            sql += "?"
            values.append(part.value)
    return sql, values


floors, name = [1, 2], "A%"
where = t"floor in {floors}"
where += t" and name like {name}"
sql, values = flat(t"select name from guest where {where}")
print(sql)
print(values)

db = sqlite3.connect(":memory:")
db.execute("create table guest (name, floor)")
people = [("Ada", 1), ("Bob", 2), ("Ann", 3), ("Amy", 2)]
db.executemany("insert into guest values (?, ?)", people)
print(db.execute(sql, values).fetchall())
db.close()
