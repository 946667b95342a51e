# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# title = "The answer, computed"
# ///
print(6 * 7)
