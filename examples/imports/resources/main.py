# /// script
# requires-python = ">=3.11"
# ///
import os
from importlib import resources

import shop

os.chdir("/")
menu = resources.files(shop) / "menu.txt"
print(menu.read_text(encoding="utf-8").splitlines())
names = [entry.name for entry in resources.files(shop).iterdir()]
print(sorted(name for name in names if name != "__pycache__"))
with resources.as_file(menu) as path:
    print(type(path).__name__, path.stat().st_size)
