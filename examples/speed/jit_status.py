# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
import os
import subprocess
import sys

CODE = """
import sys
jit = sys._jit
print("available:", jit.is_available(), "on:", jit.is_enabled())
"""

for setting in None, "0", "1":
    print(f"PYTHON_JIT={setting}", end="  ", flush=True)
    environment = dict(os.environ)
    if setting is not None:
        environment["PYTHON_JIT"] = setting
    command = [sys.executable, "-c", CODE]
    subprocess.run(command, env=environment, check=True)
