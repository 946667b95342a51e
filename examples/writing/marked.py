# /// script
# requires-python = ">=3.11"
# ///
names = ["Grace", "Ada", "Bo"]
names.sort()
names.sort(key=len)
print(*names)
