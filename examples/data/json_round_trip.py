# /// script
# requires-python = ">=3.11"
# ///
import json

order = {
    "size": (30, 40),
    1: "a number",
    "1": "a text",
}
text = json.dumps(order)
again = json.loads(text)

print(text)
print(again["size"], again["1"])
print("equal:", again == order)
