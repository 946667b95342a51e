# /// script
# requires-python = ">=3.11"
# ///
import threading
from pathlib import Path

sizes: dict[str, int] = {}


def measure(name: str) -> None:
    sizes[name] = Path(name).stat().st_size


names = ["maps", "music", "photos"]
for name in names:
    Path(name).write_text(name * 100)

threads = [
    threading.Thread(target=measure, args=(name,)) for name in names
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

for name in names:
    print(f"{name}: {sizes[name]} bytes")
