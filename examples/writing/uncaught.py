# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# raises = "ValueError"
# ///
age = -3
print(f"Checking {age}")
raise ValueError("age must not be negative")
