# /// script
# requires-python = ">=3.11"
# ///


def asked(question: str, answer: bool) -> bool:
    print(f"  {question}")
    return answer


def visit(age: object) -> None:
    print(f"{age}:")
    match age:
        case int(n) if asked("a child?", n < 12):
            print("  half price")
        case int(n) if asked("retired?", n > 66):
            print("  reduced")
        case int():
            print("  full price")
        case _ if asked("anything else?", True):
            print("  no price")


visit(8)
visit(30)
visit("eight")
