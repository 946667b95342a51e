# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# order = { stages = ["* is here", "* has left", "Closed"] }
# ///
import random
import sys
import threading
import time

all_here = threading.Barrier(3)


def visit(name):
    time.sleep(random.uniform(0, 0.2))
    sys.stdout.write(f"{name} is here\n")
    all_here.wait()
    time.sleep(random.uniform(0, 0.02))
    sys.stdout.write(f"{name} has left\n")


names = ["Ada", "Bob", "Cleo"]
guests = [threading.Thread(target=visit, args=(n,)) for n in names]
for guest in guests:
    guest.start()
for guest in guests:
    guest.join()
print("Closed")
