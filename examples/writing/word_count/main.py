# /// script
# requires-python = ">=3.11"
# ///
from pathlib import Path

from counting import count_words

text = Path("poem.txt").read_text(encoding="utf-8")
print(f"{count_words(text)} words")
