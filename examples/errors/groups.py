# /// script
# requires-python = ">=3.11"
# ///


def check(form: dict[str, str]) -> None:
    errors: list[Exception] = []
    for field in ["name", "age", "city"]:
        try:
            if field == "age":
                int(form["age"])
            form[field]
        except (KeyError, ValueError) as error:
            errors.append(error)
    if errors:
        raise ExceptionGroup("the form", errors)


try:
    check({"name": "Ada", "age": "x"})
except ExceptionGroup as group:
    print(group)
    print(group.exceptions)
    missing, rest = group.split(KeyError)
    print("missing:", missing and missing.exceptions)
    print("rest:", rest and rest.exceptions)
    print(group.subgroup(OSError))
