# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
import traceback
lazy from json import load_all

lazy import jsom


def line_of(error: BaseException | None) -> int | None:
    assert error is not None
    return traceback.extract_tb(error.__traceback__)[-1].lineno


print("imported")
for use in [lambda: load_all, lambda: jsom.dumps([])]:
    try:
        use()
    except ImportError as error:
        print(f"{type(error).__name__}: {error.msg.partition(' (')[0]}")
        print("  imported in line", line_of(error.__cause__))
        print("  used in line", line_of(error))
