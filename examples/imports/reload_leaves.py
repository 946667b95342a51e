# /// script
# requires-python = ">=3.11"
# ///
import importlib
import sys
from pathlib import Path

source = """
class Cup:
    size = SIZE
"""
sys.path.insert(0, "")
path = Path("cups.py")
path.write_text(source.replace("SIZE", "1"))

cups = importlib.import_module("cups")
Cup = cups.Cup  # as from cups import Cup does
old = cups.Cup()

path.write_text(source.replace("SIZE", "200"))
importlib.reload(cups)

print("cups.Cup:", cups.Cup.size)
print("imported name:", Cup.size)
print("object:", old.size, isinstance(old, cups.Cup))
