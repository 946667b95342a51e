# /// script
# requires-python = ">=3.11"
# ///


def hint(text: str) -> type:
    print("evaluated:", text)
    return str


def greet(name: hint("name")) -> hint("result"):
    return f"Hello {name}"


print("defined")
print(greet("Ada"))
print("asked:", len(greet.__annotations__))
print("asked again:", len(greet.__annotations__))
