# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without a thread local"
# [tool.verbatim.variant.replace]
# "import threading" = "import threading\nimport types"
# "threading.local()" = "types.SimpleNamespace()"
# ///
import threading
from concurrent.futures import ThreadPoolExecutor

own = threading.local()
opened = []
both = threading.Barrier(2)


def connect(server):
    worker = threading.current_thread().name
    own.connection = f"{server}, opened by {worker}"
    opened.append(own.connection)
    both.wait()  # forced: two workers are needed


def query(number):
    if number < 2:
        both.wait()  # forced: each worker takes one of these
    return own.connection


with ThreadPoolExecutor(
    max_workers=2,
    thread_name_prefix="worker",
    initializer=connect,
    initargs=("shop.db",),
) as pool:
    used = list(pool.map(query, range(20)))

print(f"{len(used)} queries, {len(opened)} connections opened")
print("\n".join(sorted(opened)))
print(f"Connections used: {len(set(used))}")
