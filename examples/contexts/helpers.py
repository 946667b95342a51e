# /// script
# requires-python = ">=3.11"
# ///
import io
from contextlib import chdir, nullcontext, redirect_stdout, suppress
from pathlib import Path

with suppress(FileNotFoundError):
    Path("old.log").unlink()
    print("deleted")
print("suppress: went on")

Path("rooms").mkdir()
with chdir("rooms"):
    Path("list.txt").write_text("blue\ngreen\n")
print("chdir:", [str(path) for path in Path().rglob("*.txt")])

report = io.StringIO()
with redirect_stdout(report):
    print("captured")
print("redirect_stdout:", repr(report.getvalue()))

for quiet in (True, False):
    with redirect_stdout(None) if quiet else nullcontext():
        print(f"nullcontext: {quiet = }")
