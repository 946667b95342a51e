# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
import subprocess
import sys

PROGRAM = """
import threading, warnings

warnings.simplefilter("error")

def caught():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        inside.set()
        leave.wait()

inside, leave = threading.Event(), threading.Event()
thread = threading.Thread(target=caught)
thread.start()
inside.wait()
try:
    warnings.warn("old", DeprecationWarning)
    print("  the filter of the thread is mine, too")
except DeprecationWarning:
    print("  my filter holds")
leave.set()
thread.join()
"""

for flag in (0, 1):
    option = f"context_aware_warnings={flag}"
    print(option, flush=True)
    command = [sys.executable, "-X", option, "-c", PROGRAM]
    subprocess.run(command, check=True)
