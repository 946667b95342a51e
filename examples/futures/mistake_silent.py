# /// script
# requires-python = ">=3.11"
# ///
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def save(text: str) -> None:
    Path("novels/mine.txt").write_text(text)  # no such folder


with ThreadPoolExecutor() as pool:
    pool.submit(save, "my novel")  # wrong: the receipt is thrown away
print("Saved?")

with ThreadPoolExecutor() as pool:
    saving = pool.submit(save, "my novel")
try:
    saving.result()  # right: ask
except OSError as error:
    print(f"Not saved: {error}")
