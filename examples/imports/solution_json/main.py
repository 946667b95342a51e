# /// script
# requires-python = ">=3.11"
# ///
import json
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

FOLDER = Path(__file__).parent


class JsonFinder(MetaPathFinder, Loader):
    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        file = FOLDER / f"{fullname}.json"
        if not file.is_file():
            return None
        return ModuleSpec(fullname, self, origin=str(file))

    def exec_module(self, module: ModuleType) -> None:
        spec = module.__spec__
        assert spec is not None and spec.origin is not None
        text = Path(spec.origin).read_text(encoding="utf-8")
        module.__dict__.update(json.loads(text))


sys.meta_path.append(JsonFinder())
settings = import_module("settings")
print(settings.host, settings.port)
print(import_module("settings") is settings)
