# /// script
# requires-python = ">=3.11"
# ///


def divide(a: str, b: str) -> str:
    steps: list[str] = []
    try:
        steps.append("try")
        result = int(a) / int(b)
    except ZeroDivisionError:
        steps.append("except")
    else:
        steps.append(f"else {result}")
    finally:
        steps.append("finally")
        print(", ".join(steps))
    return "after"


print(divide("8", "2"))
print(divide("8", "0"))
try:
    divide("8", "two")
except ValueError as error:
    print(error)
