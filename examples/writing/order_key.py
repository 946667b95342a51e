# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# order = { key = '^(\w+):' }
# ///
import random
import sys
import threading
import time


def run(name):
    for lap in [1, 2, 3]:
        time.sleep(random.uniform(0.01, 0.06))
        sys.stdout.write(f"{name}: lap {lap}\n")


for runner in ["Ada", "Bob"]:
    threading.Thread(target=run, args=(runner,)).start()
