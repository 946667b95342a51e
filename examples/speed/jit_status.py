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
print(sys._jit.is_available(), sys._jit.is_enabled())
"""


def ask(setting: str) -> tuple[bool, bool]:
    environment = {**os.environ, "PYTHON_JIT": setting}
    command = [sys.executable, "-c", CODE]
    answer = subprocess.check_output(command, env=environment)
    available, enabled = answer.decode().split()
    return available == "True", enabled == "True"


available, enabled = ask("0")
print("on with PYTHON_JIT=0:", enabled)
available, enabled = ask("1")
print("on with 1, though there is none:", enabled and not available)
print("off with 1, though there is one:", available and not enabled)
