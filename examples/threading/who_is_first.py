# /// script
# requires-python = ">=3.11"
# [tool.verbatim.outcomes]
# runs = 200
# [[tool.verbatim.outcomes.table]]
# prints = "red\nblue"
# meaning = "Red was faster."
# seen = true
# [[tool.verbatim.outcomes.table]]
# prints = "blue\nred"
# meaning = "Blue was faster."
# seen = true
# ///
import subprocess
import sys
import threading


def race(name: str) -> None:
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    sys.stdout.write(f"{name}\n")


red = threading.Thread(target=race, args=("red",))
blue = threading.Thread(target=race, args=("blue",))
red.start()
blue.start()
red.join()
blue.join()
