# /// script
# requires-python = ">=3.11"
# ///
import threading
from pathlib import Path

stop = threading.Event()
taken = threading.Event()
letter = Path("letter.txt")


def watch() -> None:
    while not stop.wait(timeout=0.05):
        if letter.exists():
            letter.unlink()
            taken.set()
    print("Watcher: cleaned up")


watcher = threading.Thread(target=watch)
watcher.start()

letter.touch()
taken.wait()
print("Main: the letter is taken, please stop")
stop.set()
watcher.join()
print("Main: the watcher has stopped")
