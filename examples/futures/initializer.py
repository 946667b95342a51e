# /// script
# requires-python = ">=3.11"
# ///
import threading
from concurrent.futures import ThreadPoolExecutor

own = threading.local()
opened = []
both_open = threading.Barrier(2)


def connect(server):
    worker = threading.current_thread().name
    own.connection = f"{server}, opened by {worker}"
    opened.append(own.connection)
    both_open.wait()


def query(number):
    return own.connection


with ThreadPoolExecutor(
    max_workers=2,
    thread_name_prefix="worker",
    initializer=connect,
    initargs=("shop.db",),
) as pool:
    used = list(pool.map(query, range(20)))

print(f"{len(used)} queries, {len(opened)} connections:")
print("\n".join(sorted(opened)))
print(f"Each query had one of them: {set(used) <= set(opened)}")
