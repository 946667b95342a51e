# /// script
# requires-python = ">=3.12"
# [tool.verbatim]
# optional = true
# ///
import sqlite3
import warnings
from contextlib import closing
from datetime import date

day = date(2026, 12, 24)
with closing(sqlite3.connect(":memory:")) as connection:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        connection.execute("SELECT ?", (day,))
    print([w.category.__name__ for w in caught])

    values = (day.isoformat(),)
    (text,) = connection.execute("SELECT ?", values).fetchone()
    print(repr(text), date.fromisoformat(text) == day)
