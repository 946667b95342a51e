# /// script
# requires-python = ">=3.11"
# ///
import queue
import shutil
import threading
from pathlib import Path

jobs: queue.Queue[Path | None] = queue.Queue()
backup = Path("backup")


def work() -> None:
    while (path := jobs.get()) is not None:
        shutil.copy(path, backup)


backup.mkdir()
workers = [threading.Thread(target=work) for _ in range(3)]
for worker in workers:
    worker.start()

for number in [1, 2, 3, 4, 5, 6]:
    photo = Path(f"photo{number}")
    photo.write_text("a picture")
    jobs.put(photo)
for _ in workers:
    jobs.put(None)  # one for each worker

for worker in workers:
    worker.join()
for copy in sorted(backup.iterdir()):
    print(f"{copy.name}: {copy.read_text()}")
