# /// script
# requires-python = ">=3.11"
# ///
import traceback


def price(item: dict[str, str]) -> float:
    return float(item["price"])


def total(items: list[dict[str, str]]) -> float:
    return sum(price(item) for item in items)


def explain(error: BaseException) -> None:
    report = traceback.TracebackException.from_exception(
        error, capture_locals=True
    )
    for frame in report.stack:
        print(f"{frame.name:10} {frame.line}")
    print(report.stack[-1].locals)
    print(*report.format_exception_only(), end="")


try:
    total([{"price": "2.50"}, {"price": "free"}])
except ValueError as error:
    explain(error)
