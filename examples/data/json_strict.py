# /// script
# requires-python = ">=3.11"
# ///
import json


def refuse(name: str) -> float:
    raise ValueError(f"{name} is not JSON")


reading = {"sensor": "roof", "celsius": float("nan")}
text = json.dumps(reading)
print(text)

try:
    json.dumps(reading, allow_nan=False)
except ValueError as error:
    print("writing:", type(error).__name__)

try:
    json.loads(text, parse_constant=refuse)
except ValueError as error:
    print("reading:", error)
