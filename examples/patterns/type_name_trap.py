# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with parentheses"
# replace = { "case float:" = "case float():" }
# ///


def kind(value: object) -> str:
    match value:
        case str():
            return "text"
        case float:
            return "a number"
    return "something else"


for value in ["tea", 1.5, None]:
    print(f"{value!r}: {kind(value)}")
