# /// script
# requires-python = ">=3.15"
# ///
import site

site.addsitedir(".")
print("main")
