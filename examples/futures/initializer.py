# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without a thread local"
# [tool.verbatim.variant.replace]
# "import threading" = "import threading\nimport types"
# "threading.local()" = "types.SimpleNamespace()"
# "both = " = "turn = threading.Lock()\nboth = "
# "return ask(number)" = "with turn:\n        return ask(number)"
# ///
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor

own = threading.local()
opened: list[sqlite3.Connection] = []
used: set[sqlite3.Connection] = set()
both = threading.Barrier(2)


def connect(file: str) -> None:
    connection = sqlite3.connect(file, check_same_thread=False)
    own.connection = connection
    opened.append(connection)
    both.wait()  # forced: two workers are needed


def ask(number: int) -> int:
    used.add(own.connection)
    rows = own.connection.execute("SELECT ? * ?", (number, number))
    return rows.fetchone()[0]


def query(number: int) -> int:
    if number < 2:
        both.wait()  # forced: each worker takes one of these
    return ask(number)


with ThreadPoolExecutor(
    max_workers=2,
    initializer=connect,
    initargs=("shop.db",),
) as pool:
    squares = list(pool.map(query, range(20)))

print(f"{len(squares)} queries, {len(opened)} connections opened")
print(f"Connections used: {len(used)}")
for connection in opened:
    connection.close()
