# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
import json

text = '{"name": "map", "size": [30, 40], "tags": ["old"]}'
sheet = json.loads(
    text,
    object_pairs_hook=frozendict,
    array_hook=tuple,
)

print(type(sheet).__name__, sheet["size"])
seen = {sheet}
print("seen:", sheet in seen)
print("same text:", json.dumps(sheet) == text)
