# /// script
# requires-python = ">=3.11"
# ///
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

sources = {
    "greetings": "def hello(name): return f'Hello {name}!'",
    "broken": "1 / 0",
}


class DictFinder(MetaPathFinder, Loader):
    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        print(f"asked for {fullname}")
        known = fullname in sources
        return ModuleSpec(fullname, self) if known else None

    def exec_module(self, module: ModuleType) -> None:
        exec(sources[module.__name__], module.__dict__)


sys.meta_path.append(DictFinder())
print(import_module("greetings").hello("Ada"))
import_module("json")
for name in ["broken", "nowhere"]:
    try:
        import_module(name)
    except (ArithmeticError, ImportError) as error:
        print(type(error).__name__, name in sys.modules)
