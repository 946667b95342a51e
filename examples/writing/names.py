# /// script
# requires-python = ">=3.11"
# ///
names = ["Cleo", "ada", "Bob"]
print(sorted(names, key=str.lower))
