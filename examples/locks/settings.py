# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeline = true
# ///
import threading

settings: dict[str, str] = {}
loaded = threading.Event()
seen: dict[str, str] = {}


def show(page: str) -> None:
    loaded.wait()  # as many threads as like can wait here
    seen[page] = settings["theme"]


pages = [
    threading.Thread(target=show, args=(page,))
    for page in ["home", "help", "news"]
]
for page in pages:
    page.start()

print(f"In time: {loaded.wait(timeout=0.3)}")
settings["theme"] = "dark"
loaded.set()
print(f"In time: {loaded.wait(timeout=0.3)}")

for page in pages:
    page.join()
print(f"Pages: {sorted(seen)}, themes: {set(seen.values())}")
