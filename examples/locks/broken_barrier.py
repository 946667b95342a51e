# /// script
# requires-python = ">=3.11"
# ///
import threading

meeting = threading.Barrier(3, timeout=0.1)
outcome: dict[str, str] = {}


def come(name: str) -> None:
    try:
        meeting.wait()
        outcome[name] = "met the others"
    except threading.BrokenBarrierError:
        outcome[name] = "gave up"


# The third guest is ill.
guests = [
    threading.Thread(target=come, args=(name,))
    for name in ["Ada", "Bob"]
]
for guest in guests:
    guest.start()
for guest in guests:
    guest.join()

print(f"Ada {outcome['Ada']}")
print(f"Bob {outcome['Bob']}")
print(f"Broken: {meeting.broken}")
meeting.reset()
print(f"Broken after reset: {meeting.broken}")
