# /// script
# requires-python = ">=3.11"
# ///
answers = {"a": ["late", "ok"], "b": ["ok"], "c": ["late", "?"]}


class LateError(Exception):
    pass


def fetch(name: str) -> None:
    answer = answers[name].pop(0)
    print(f"{name}: {answer}")
    if answer == "late":
        raise LateError(name)
    if answer != "ok":
        raise ValueError(f"{name} answers {answer!r}")


def fetch_all(names: list[str]) -> None:
    errors: list[Exception] = []
    for name in names:
        try:
            fetch(name)
        except Exception as error:
            errors.append(error)
    if errors:
        raise ExceptionGroup("fetch", errors)


def with_retries(names: list[str], rounds: int) -> None:
    fetch_all(names)


try:
    with_retries(["a", "b", "c"], rounds=3)
except* Exception as group:
    print("given up:", group.exceptions)
