# /// script
# requires-python = ">=3.11"
# ///
import threading

shelf: list[str] = []
changed = threading.Condition()

try:
    shelf.append("loaf")
    changed.notify_all()  # wrong
except RuntimeError as error:
    print(f"wrong: {error}")

with changed:  # right
    shelf.append("roll")
    changed.notify_all()
print(f"right: {shelf}")
