# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
from typing import disjoint_base


@disjoint_base
class File: ...


@disjoint_base
class Socket: ...


class Both(File, Socket): ...


print(f"marked: {File.__disjoint_base__}")
print("made at run time:", [base.__name__ for base in Both.__bases__])
try:

    class Number(int, str): ...
except TypeError as error:
    print(error)
