# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
import tomllib

text = """
title = "shop"
opens = 08:30
point = {
    x = 1,  # a comment
    y = 2,
}
"""
settings = tomllib.loads(text)
print(settings["point"])
print(repr(settings["opens"]))
