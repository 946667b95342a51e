# /// script
# requires-python = ">=3.11"
# ///
import subprocess
import sys
import zipapp
from importlib import import_module
from pathlib import Path

Path("app").mkdir()
Path("app/prices.py").write_text('tea = "2 EUR"\n')
Path("app/__main__.py").write_text(
    "import prices\n"
    "print('tea costs', prices.tea)\n"
    "print(prices.__spec__.loader.__class__.__name__)\n"
)
zipapp.create_archive("app", "app.pyz")

subprocess.run([sys.executable, "app.pyz"], check=True)
sys.path.insert(0, "app.pyz")
prices = import_module("prices")

print(str(prices.__file__).endswith("app.pyz/prices.py"))
