# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# [[tool.verbatim.variant]]
# name = "without escaping"
# replace = { "html.escape(str(part.value))" = "str(part.value)" }
# ///
import html
from string.templatelib import Template


def page(template: Template) -> str:
    parts: list[str] = []
    for part in template:
        if isinstance(part, str):
            parts.append(part)  # written by the author
        else:
            parts.append(html.escape(str(part.value)))
    return "".join(parts)


guest = "<script>steal()</script>"
print(page(t"<p>Welcome, {guest}!</p>"))
print(page(t"<p>{3 < 4} & {'Tom & Ada'}</p>"))
