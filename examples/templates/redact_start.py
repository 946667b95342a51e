# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
from string.templatelib import Template


def log(template: Template) -> str:
    texts: list[str] = []
    for part in template:
        if isinstance(part, str):
            texts.append(part)
        else:
            texts.append(str(part.value))
    return "".join(texts)


user, password = "ada", "swordfish"
print(log(t"{user} logs in with {password:secret}"))
print(log(t"the new one is {password + '2':secret}"))
