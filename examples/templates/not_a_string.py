# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
from string.templatelib import Template

name = "Ada"
text = f"Hello {name}!"
template = t"Hello {name}!"

print(type(text).__name__, isinstance(text, str))
print(type(template).__name__, isinstance(template, str))
print(isinstance(template, Template))
print(template.strings)
print(template.values)
