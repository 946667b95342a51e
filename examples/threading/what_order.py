# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# order = { stages = ["*: step *", "Both *"], key = '^(\w+)' }
# ///
import subprocess
import sys
import threading


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def work(name: str) -> None:
    for step in [1, 2, 3]:
        subprocess.run([sys.executable, "-c", "pass"], check=True)
        say(f"{name}: step {step}")


red = threading.Thread(target=work, args=("red",))
blue = threading.Thread(target=work, args=("blue",))
red.start()
blue.start()
red.join()
blue.join()
say("Both have finished")
