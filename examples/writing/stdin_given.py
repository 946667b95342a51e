# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# stdin = "12\n30\n"
# ///
first = int(input("First number: "))
second = int(input("Second number: "))
print(f"Sum: {first + second}")
