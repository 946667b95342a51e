# /// script
# requires-python = ">=3.11"
# ///


def kind(value: object) -> str:
    match value:
        case bool(flag):
            return f"a switch: {flag}"
        case int(n) if n < 0:
            return f"a debt of {-n}"
        case int(n) | float(n):
            return f"a number: {n}"
        case str(text):
            return f"a text: {text}"
        case None:
            return "nothing"
    return "something else"


for value in [True, -3, 4, 1.5, "tea", None, []]:
    print(f"{value!r}: {kind(value)}")
