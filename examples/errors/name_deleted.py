# /// script
# requires-python = ">=3.11"
# ///


def load(text: str) -> int:
    error = None
    try:
        return int(text)
    except ValueError as error:
        print(f"inside: {error!r}")
    try:
        print(f"after: {error!r}")
    except NameError as problem:
        print(type(problem).__name__, "-", problem)
    return 0


load("twelve")
