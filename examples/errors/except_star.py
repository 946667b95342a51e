# /// script
# requires-python = ">=3.11"
# ///


def fail() -> None:
    disk = ExceptionGroup("disk", [OSError("full"), KeyError("a")])
    raise ExceptionGroup(
        "all", [ValueError("x"), disk, TypeError("t"), KeyError("b")]
    )


try:
    try:
        fail()
    except* KeyError as group:
        print("keys:", group.exceptions)
    except* (OSError, ValueError) as group:
        print("values:", group.exceptions)
except ExceptionGroup as left:
    print("left over:", left.exceptions)

try:
    raise ValueError("alone")
except* ValueError as group:
    print(repr(group))
