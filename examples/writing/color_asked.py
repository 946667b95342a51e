# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# color = true
# ///
import os

GREEN, YELLOW, END = "\x1b[32m", "\x1b[1;33m", "\x1b[0m"
if "NO_COLOR" in os.environ:
    GREEN = YELLOW = END = ""

for name, grams in [("Flour", 500), ("Butter", 40)]:
    color = GREEN if grams >= 250 else YELLOW
    print(f"{name:8}{color}{grams:4} g{END}")
