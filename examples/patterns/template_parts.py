# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
from datetime import date
from string.templatelib import Interpolation, Template, convert


def render(template: Template) -> str:
    parts = []
    for part in template:
        match part:
            case str(text):
                parts.append(text)
            case Interpolation(value, expression, None, "debug"):
                parts.append(f"{expression}={value!r}")
            case Interpolation(date() as day, _, None, ""):
                parts.append(f"{day:%d %b %Y}")
            case Interpolation(value, _, conversion, spec):
                parts.append(format(convert(value, conversion), spec))
    return "".join(parts)


name, when, price = "Ada", date(2026, 1, 31), 3.5
print(render(t"{name} came on {when}, in {when:%B}"))
print(render(t"{name!r:>6} paid {price:.2f}, {price:debug}"))
print("fields:", Interpolation.__match_args__)
