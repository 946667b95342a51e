# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# order = { stages = ["*: step *", "Both *"], key = '^(\w+)' }
# ///
import random
import sys
import threading
import time


def say(text):
    sys.stdout.write(f"{text}\n")


def work(name):
    for step in [1, 2, 3]:
        time.sleep(random.uniform(0.01, 0.05))
        say(f"{name}: step {step}")


red = threading.Thread(target=work, args=("red",))
blue = threading.Thread(target=work, args=("blue",))
red.start()
blue.start()
red.join()
blue.join()
say("Both have finished")
