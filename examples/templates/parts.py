# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
price = 12.5
width = 8

template = t"{price} or {price * 2!r:>{width}.2f}"
print(template.strings)
for part in template.interpolations:
    print(f"value      {part.value!r}")
    print(f"expression {part.expression!r}")
    print(f"conversion {part.conversion!r}")
    print(f"spec       {part.format_spec!r}")
