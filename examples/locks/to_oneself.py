# /// script
# requires-python = ">=3.11"
# ///
import threading


def can_transfer(
    source: threading.Lock, target: threading.Lock
) -> bool:
    with source:
        got_it = target.acquire(timeout=0.1)
        if got_it:
            target.release()
    return got_it


ada, bob = threading.Lock(), threading.Lock()
print(f"From Ada to Bob: {can_transfer(ada, bob)}")
print(f"From Ada to Ada: {can_transfer(ada, ada)}")
