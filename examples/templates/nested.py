# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
import html
from string.templatelib import Template


def page(value: object) -> str:
    match value:
        case Template():
            parts = value.strings
            texts = [page(inner) for inner in value.values]
            return parts[0] + "".join(
                text + part
                for text, part in zip(texts, parts[1:], strict=True)
            )
        case list():
            return "".join(page(item) for item in value)
        case _:
            return html.escape(str(value))


dishes = ["Soup", "Fish & chips"]
items = [t"<li>{dish}</li>" for dish in dishes]
menu = t"<ul>{items}</ul>"
print(page(t"<h1>{'Today < 5 EUR'}</h1>{menu}"))
