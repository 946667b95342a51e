# /// script
# requires-python = ">=3.11"
# ///
class Cup:
    pass


class Pot:
    pass


entry = vars(Cup)["__dict__"]
print(entry.__get__(Cup(), Cup), type(entry).__name__)
print(f"Cup and Pot share it: {entry is vars(Pot)['__dict__']}")
