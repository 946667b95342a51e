# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with one object for all"
# replace = { "threading.local()" = 'type("Session", (), {})()' }
# recorded = false
# ///
import threading

session = threading.local()
both_have_set = threading.Barrier(2)
seen: dict[str, str] = {}


def log_in(user: str) -> None:
    session.user = user
    both_have_set.wait()
    seen[user] = session.user


threads = [
    threading.Thread(target=log_in, args=(user,))
    for user in ["Ada", "Bob"]
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(f"Ada's thread saw {seen['Ada']}")
print(f"Bob's thread saw {seen['Bob']}")
print(f"The main thread has a user: {hasattr(session, 'user')}")
