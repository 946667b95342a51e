# /// script
# requires-python = ">=3.11"
# ///
import sys
from importlib import import_module
from pathlib import Path

sys.path += ["first", "second"]

for name in ["plugins.colors", "plugins.sounds"]:
    print(name, import_module(name).names)

plugins = sys.modules["plugins"]
print(plugins.__file__)
print([Path(path).parent.name for path in plugins.__path__])
