# /// script
# requires-python = ">=3.11"
# ///
import pickle
import pickletools


class Point:
    def __init__(self, x: int, y: int) -> None:
        print("__init__ runs")
        self.x = x
        self.y = y


data = pickle.dumps(Point(3, 4), protocol=5)
for opcode, argument, _ in pickletools.genops(data):
    if opcode.name in {"STACK_GLOBAL", "NEWOBJ", "BUILD"}:
        print(opcode.name)
    elif opcode.name != "FRAME" and argument is not None:
        print("   ", repr(argument))

again = pickle.loads(data)
print(again.x, again.y)
