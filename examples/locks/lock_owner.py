# /// script
# requires-python = ">=3.11"
# ///
import threading


def release(
    name: str, lock: "threading.Lock | threading.RLock"
) -> None:
    try:
        lock.release()
        print(f"{name}: released by another thread")
    except RuntimeError as error:
        print(f"{name}: {error}")


locks = {"Lock": threading.Lock(), "RLock": threading.RLock()}
for name, lock in locks.items():
    lock.acquire()
    thread = threading.Thread(target=release, args=(name, lock))
    thread.start()
    thread.join()
