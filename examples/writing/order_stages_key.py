# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# order = { stages = ["Start", "*: lap *", "End"], key = '^(\w+):' }
# ///
import random
import sys
import threading
import time


def run(name):
    for lap in [1, 2, 3]:
        time.sleep(random.uniform(0.01, 0.06))
        sys.stdout.write(f"{name}: lap {lap}\n")


print("Start")
runners = [
    threading.Thread(target=run, args=(name,))
    for name in ["Ada", "Bob"]
]
for runner in runners:
    runner.start()
for runner in runners:
    runner.join()
print("End")
