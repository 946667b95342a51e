# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the list"
# replace = { "Careful(io.BytesIO(data)).load(" = "pickle.loads(data" }
# ///
import io
import pickle
from datetime import date
from typing import Any

ALLOWED = {("datetime", "date")}


class Careful(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in ALLOWED:
            raise pickle.UnpicklingError(f"{module}.{name} refused")
        return super().find_class(module, name)


class Trap:
    def __reduce__(self) -> tuple[object, ...]:
        return print, ("this ran while you loaded",)


for value in [{"due": date(2026, 12, 24)}, {"due": Trap()}]:
    data = pickle.dumps(value)
    try:
        print(Careful(io.BytesIO(data)).load())
    except pickle.UnpicklingError as error:
        print(error)
