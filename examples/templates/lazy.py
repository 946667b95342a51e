# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# [[tool.verbatim.variant]]
# name = "with the value"
# replace = { "{state:lazy}" = "{state()}" }
# lines = "34"
# ///
from string.templatelib import Template

verbose = False


def debug(template: Template) -> None:
    if not verbose:
        return
    texts: list[str] = []
    for part in template:
        if isinstance(part, str):
            texts.append(part)
        elif part.format_spec == "lazy":
            texts.append(str(part.value()))
        else:
            texts.append(str(part.value))
    print("".join(texts))


def state() -> str:
    print("(reading the whole log)")
    return "no errors"


debug(t"before: {state:lazy}")
verbose = True
debug(t"after: {state:lazy}")
