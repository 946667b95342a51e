# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
from datetime import date
from string.templatelib import Interpolation, Template


def render(template: Template) -> str:
    parts = []
    for part in template:
        match part:
            case str(text):
                parts.append(text)
            case Interpolation(value, expression, None, "debug"):
                parts.append(f"{expression}={value!r}")
            case Interpolation(date() as day):
                parts.append(f"{day:%d %b %Y}")
            case Interpolation(value, _, "r", spec):
                parts.append(format(repr(value), spec))
            case Interpolation(value, format_spec=spec):
                parts.append(format(value, spec))
    return "".join(parts)


name, when, price = "Ada", date(2026, 1, 31), 3.5
print(render(t"{name} came on {when}"))
print(render(t"{name!r:>6} paid {price:.2f}, {price:debug}"))
print("fields:", Interpolation.__match_args__)
