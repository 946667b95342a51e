# /// script
# requires-python = ">=3.11"
# ///
import random
import threading
import time

pen = threading.Lock()
paper = threading.Lock()
letters = []


def write_letter(name, first, second):
    while True:
        with first:
            if second.acquire(blocking=False):
                try:
                    letters.append(name)
                    return
                finally:
                    second.release()
        # Both locks are free again: let somebody else try.
        time.sleep(random.uniform(0, 0.01))


ada = threading.Thread(target=write_letter, args=("Ada", pen, paper))
bob = threading.Thread(target=write_letter, args=("Bob", paper, pen))
ada.start()
bob.start()
ada.join()
bob.join()
print(f"Letters from {sorted(letters)}")
