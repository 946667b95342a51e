# /// script
# requires-python = ">=3.11"
# ///


def number_first(value: object) -> str:
    match value:
        case 1:
            return "1"
        case "1":
            return "the text 1"
        case True:
            return "True"
    return "-"


def true_first(value: object) -> str:
    match value:
        case True:
            return "True"
        case 1:
            return "1"
    return "-"


for value in [1, 1.0, True, "1"]:
    print(f"{value!r}: {number_first(value)} | {true_first(value)}")
