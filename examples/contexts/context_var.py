# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
from contextvars import ContextVar

language: ContextVar[str] = ContextVar("language", default="en")


def greet() -> str:
    return {"en": "Hello", "de": "Hallo"}[language.get()]


with language.set("de"):
    print(greet())
print(greet())

try:
    with language.set("de"):
        print(f"{greet()} for a moment")
        raise ValueError
except ValueError:
    print(greet())
