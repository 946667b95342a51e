# /// script
# requires-python = ">=3.11"
# ///
import threading

both_inside = threading.Barrier(2)
passed = []


def visit(name):
    with threading.Lock():  # wrong: a new lock in every call
        both_inside.wait()  # opens only if both are inside
        passed.append(name)


guests = [
    threading.Thread(target=visit, args=(name,))
    for name in ["Ada", "Bob"]
]
for guest in guests:
    guest.start()
for guest in guests:
    guest.join()

print(f"Inside at the same time: {sorted(passed)}")
