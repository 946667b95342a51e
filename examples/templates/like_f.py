# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
from string.templatelib import Template, convert


def render(template: Template) -> str:
    texts: list[str] = []
    for part in template:
        if isinstance(part, str):
            texts.append(part)
        else:
            value = convert(part.value, part.conversion)
            texts.append(format(value, part.format_spec))
    return "".join(texts)


name = "Ada"
price = 12.5
print(render(t"{name!r} pays {price:>8.2f}"))
print(f"{name!r} pays {price:>8.2f}")
print(list(t"{name}{price}!"))
