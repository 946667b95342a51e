# /// script
# requires-python = ">=3.12"
# ///
from types import get_original_bases
from typing import Any


class Mixed:
    """Stands among the bases, and is replaced by others."""

    def __init__(self, *parts: type) -> None:
        self.parts = parts

    def __mro_entries__(self, bases: tuple) -> tuple[type, ...]:
        print(f"replaced by {[part.__name__ for part in self.parts]}")
        return self.parts


class Hot: ...


class Sweet: ...


cocoa_mix: Any = Mixed(Hot, Sweet)


class Cocoa(cocoa_mix): ...


print([base.__name__ for base in Cocoa.__bases__])
print(get_original_bases(Cocoa)[0] is cocoa_mix)
