# /// script
# requires-python = ">=3.11"
# ///
print("Hello from first_sample")
