# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
import sys

for text in "256", "257", "1024", "1025":
    print(text, "is one object:", int(text) is int(text))

word = "".join(["t", "e", "a"])
print("computed word is one object:", word is "".join("tea"))
print("interned:", sys.intern(word) is sys.intern("".join("tea")))
print("equal, in each case:", word == "".join("tea"))
