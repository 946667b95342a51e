# /// script
# requires-python = ">=3.11"
# ///
import subprocess
import sys

PROGRAM = """
import threading

thread = threading.Thread(target=int, args=("ten",))
thread.start()
thread.join()
print("Main: all is well?")
"""

program = subprocess.run(
    [sys.executable, "-c", PROGRAM],
    capture_output=True,
    text=True,
    check=False,
)
print(f"Output: {program.stdout.strip()}")
print(f"Error output ends: {program.stderr.splitlines()[-1]}")
print(f"Exit code: {program.returncode}")
