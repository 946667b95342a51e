# /// script
# requires-python = ">=3.11"
# ///
from enum import Flag, auto


class Access(Flag):
    READ = auto()
    WRITE = auto()
    RUN = auto()
    EDIT = READ | WRITE


mine = Access.READ | Access.RUN
print(mine, mine.value)
print("may write:", Access.WRITE in mine)
print("parts of EDIT:", [part.name for part in Access.EDIT])
print("all but READ:", ~Access.READ)
print("nothing:", bool(mine & Access.WRITE))
try:
    Access(8)
except ValueError as error:
    print("unknown bit:", type(error).__name__)
