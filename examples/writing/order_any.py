# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# order = "any"
# ///
import random
import sys
import threading
import time


def arrive(name):
    time.sleep(random.uniform(0.01, 0.06))
    sys.stdout.write(f"{name} has arrived\n")


for guest in ["Ada", "Bob", "Cleo"]:
    threading.Thread(target=arrive, args=(guest,)).start()
