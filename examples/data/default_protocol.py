# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
import pickle
import pickletools

data = pickle.dumps(["an", "example"])
opcode, protocol, _ = next(pickletools.genops(data))
print(f"{opcode.name} {protocol}")
print(f"highest: {pickle.HIGHEST_PROTOCOL}")
