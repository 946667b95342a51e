# /// script
# requires-python = ">=3.11"
# ///
import dis

counter = 0
names = []


def add_one():
    global counter
    counter += 1


def append_one():
    names.append("Ada")


def show(function, wanted):
    print(f"{function.__name__}:")
    for step in dis.get_instructions(function):
        if step.opname.startswith(wanted):
            print(f"  {step.opname} {step.argrepr}".rstrip())


show(add_one, ("LOAD_GLOBAL", "BINARY_OP", "STORE_GLOBAL"))
show(append_one, ("LOAD_GLOBAL", "CALL"))
