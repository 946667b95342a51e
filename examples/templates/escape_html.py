# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# [[tool.verbatim.variant]]
# name = "without escaping"
# replace = { "html.escape(text)" = "text" }
# ///
import html
from string.templatelib import Template, convert


def page(template: Template) -> str:
    if not isinstance(template, Template):
        raise TypeError(f"a template, please, and no {type(template)}")
    parts: list[str] = []
    for part in template:
        if isinstance(part, str):
            parts.append(part)  # written by the author
        else:
            value = convert(part.value, part.conversion)
            text = format(value, part.format_spec)
            parts.append(html.escape(text))
    return "".join(parts)


guest, price = "<script>steal()</script>", 7.5
print(page(t"<p>Welcome, {guest}!</p>"))
print(page(t"<p>{'Fish & chips'}: <b>{price:.2f}</b> EUR</p>"))
try:
    page(f"<p>Welcome, {guest}!</p>")
except TypeError as error:
    print(error)
