# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///


def lookup(name: str) -> str:
    print(f"looked up {name}")
    return name.upper()


city = "Oslo"
template = t"Weather in {lookup(city)} and {city}"
print("the template is made")
city = "Rome"
print(template.values)
