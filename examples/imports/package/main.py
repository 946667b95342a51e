# /// script
# requires-python = ">=3.11"
# ///
import subprocess
import sys

for args in [["-m", "shop"], ["shop/__main__.py"]]:
    print("python", *args)
    result = subprocess.run(
        [sys.executable, *args],
        capture_output=True,
        text=True,
        check=False,
    )
    output = result.stdout or result.stderr
    print("  " + output.splitlines()[-1])
