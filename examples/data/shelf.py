# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# [[tool.verbatim.variant]]
# name = "as older Pythons do it"
# replace = { ", serializer=write, deserializer=read" = "" }
# ///
import dbm
import json
import shelve
from typing import Any


def write(value: object, protocol: int) -> bytes:
    return json.dumps(value).encode()


def read(data: bytes) -> Any:
    return json.loads(data)


with shelve.open("notes", serializer=write, deserializer=read) as notes:
    notes["ada"] = {"tea": 3, "open": True}
    print(notes["ada"]["tea"])

with dbm.open("notes") as file:
    print(file["ada"])
