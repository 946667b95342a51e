# /// script
# requires-python = ">=3.11"
# ///
import copy
from typing import Any

home = {"city": "Riga"}
order: dict[str, Any] = {"ship": home, "bill": home}
order["items"] = ["tea"]

shallow = copy.copy(order)
deep = copy.deepcopy(order)

order["items"].append("milk")
print("shallow copy:", shallow["items"])
print("deep copy:   ", deep["items"])

deep["ship"]["city"] = "Oslo"
print("deep copy, bill to:", deep["bill"]["city"])
print("original, bill to: ", order["bill"]["city"])
