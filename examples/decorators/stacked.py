# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "the other way round"
# replace = { "@bold\n@quoted\n" = "@quoted\n@bold\n" }
# ///
import functools
from collections.abc import Callable

Text = Callable[[], str]


def wrap(before: str, after: str) -> Callable[[Text], Text]:
    def decorate(function: Text) -> Text:
        print("wrapped in", before, after)

        @functools.wraps(function)
        def wrapper() -> str:
            return before + function() + after

        return wrapper

    return decorate


bold = wrap("<b>", "</b>")
quoted = wrap('"', '"')


@bold
@quoted
def title() -> str:
    return "Closures"


print(title())
