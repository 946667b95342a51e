# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the import"
# replace = { "from __future__ import annotations\n" = "" }
# ///
from __future__ import annotations

from dataclasses import dataclass, fields


def make(kind: type) -> type:
    @dataclass
    class Box:
        content: kind
        count: int = 1

    return Box


for field in fields(make(bytes)):
    print(f"{field.name}: {field.type!r}")
