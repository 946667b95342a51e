# /// script
# requires-python = ">=3.11"
# ///
import threading

ready = False
changed = threading.Condition()

with changed:
    ready = True
    changed.notify_all()  # no thread is waiting yet

with changed:
    woken = changed.wait(timeout=0.05)
    print(f"wait: {woken}")

with changed:
    found = changed.wait_for(lambda: ready, timeout=0.05)
    print(f"wait_for: {found}")
