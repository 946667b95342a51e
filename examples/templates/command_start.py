# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
import subprocess
import sys
from string.templatelib import Template

SHOW = "import sys; print(sys.argv[1:])"


def run(command: Template) -> None:
    texts: list[str] = []
    for part in command:
        if isinstance(part, str):
            texts.append(part)
        else:
            texts.append(str(part.value))
    words = "".join(texts).split()
    subprocess.run([sys.executable, "-c", SHOW, *words], check=True)


title = "Tea & biscuits"
run(t"convert {title}.txt --title={title} -v")
