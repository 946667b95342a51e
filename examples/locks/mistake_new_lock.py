# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with one lock for all"
# [tool.verbatim.variant.replace]
# "timeout=5" = "timeout=0.5"
# "threading.Lock():  # wrong: a new lock in every call" = "lock:"
# "met: list[str] = []" = "met: list[str] = []\nlock = threading.Lock()"
# ///
import threading

meeting = threading.Barrier(2)
met: list[str] = []


def visit(name: str) -> None:
    meeting.wait()  # both begin at the same time
    with threading.Lock():  # wrong: a new lock in every call
        try:
            meeting.wait(timeout=5)  # opens if both are inside
            met.append(name)
        except threading.BrokenBarrierError:
            pass  # the other one cannot come in


guests = [
    threading.Thread(target=visit, args=(name,))
    for name in ["Ada", "Bob"]
]
for guest in guests:
    guest.start()
for guest in guests:
    guest.join()

print(f"Inside at the same time: {sorted(met)}")
