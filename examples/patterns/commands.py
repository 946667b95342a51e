# /// script
# requires-python = ">=3.11"
# ///


def run(command: str) -> str:
    match command.split():
        case ["quit"]:
            return "bye"
        case ["go", ("north" | "south") as way]:
            return f"you walk {way}"
        case ["take", thing]:
            return f"you have the {thing}"
        case ["drop", *things] if things:
            return f"you drop {len(things)}"
        case [verb, *_]:
            return f"cannot {verb} that"
        case _:
            return "say something"


for command in [
    "go north",
    "go up",
    "take lamp",
    "drop lamp rope",
    "drop",
    "quit",
    "",
]:
    print(f"{command!r}: {run(command)}")
