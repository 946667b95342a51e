# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
import site

site.addsitedir(".")
print("main")
