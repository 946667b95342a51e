# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# mask = [
#   { name = "this-build", pattern = 'JIT: (True|False)' },
#   { name = "its-default", pattern = 'default: +(True|False)' },
# ]
# ///
import os
import subprocess
import sys

CODE = """
import sys
print(sys._jit.is_available(), sys._jit.is_enabled())
"""


def ask(setting: str | None) -> list[str]:
    environment = dict(os.environ)
    environment.pop("PYTHON_JIT", None)
    if setting is not None:
        environment["PYTHON_JIT"] = setting
    command = [sys.executable, "-c", CODE]
    answer = subprocess.check_output(command, env=environment)
    return answer.decode().split()


available, by_default = ask(None)
print("this build has a JIT:", available)
print("on by default:       ", by_default)
print("on with PYTHON_JIT=0:", ask("0")[1])
print("on with 1, if there is a JIT:", ask("1")[1] == available)
