# /// script
# requires-python = ">=3.11"
# ///
import sqlite3
import threading
from contextlib import closing


def count(connection: sqlite3.Connection) -> None:
    try:
        query = "SELECT count(*) FROM sqlite_master"
        print("found", connection.execute(query).fetchone()[0])
    except sqlite3.ProgrammingError as error:
        print(type(error).__name__)


print("threadsafety", sqlite3.threadsafety)
for strict in (True, False):
    connection = sqlite3.connect(":memory:", check_same_thread=strict)
    with closing(connection):
        thread = threading.Thread(target=count, args=[connection])
        thread.start()
        thread.join()
