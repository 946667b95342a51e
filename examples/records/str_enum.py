# /// script
# requires-python = ">=3.11"
# ///
import json
from enum import Enum, StrEnum


class OldColor(str, Enum):
    RED = "red"


class Color(StrEnum):
    RED = "red"


for color in [OldColor.RED, Color.RED]:
    print(f"{type(color).__name__}:")
    print(f"  in an f-string: {color}")
    print("  equal to 'red':", color == "red")
    print("  as JSON:", json.dumps(color))
