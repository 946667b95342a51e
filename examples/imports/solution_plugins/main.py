# /// script
# requires-python = ">=3.11"
# ///
import importlib
import pkgutil

import plugins

commands = {}
for info in pkgutil.iter_modules(plugins.__path__):
    name = f"{plugins.__name__}.{info.name}"
    try:
        module = importlib.import_module(name)
    except Exception as error:
        print(f"{info.name} is left out: {error}")
        continue
    commands[info.name] = module.run

for name in sorted(commands):
    print(f"{name}: {commands[name]('Tea')}")
