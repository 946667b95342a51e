# /// script
# requires-python = ">=3.11"
# [tool.verbatim.outcomes]
# runs = 200
# [[tool.verbatim.outcomes.table]]
# prints = "Deleted, not there"
# meaning = "The second looked after the first had deleted."
# seen = true
# [[tool.verbatim.outcomes.table]]
# prints = "Deleted, KeyError"
# meaning = "Both looked before either deleted."
# seen = true
# ///
import threading
from typing import TextIO

ages = {"Ada": 36}
results: list[str] = []
together = threading.Barrier(2)


def forget(name: str, log: TextIO) -> None:
    together.wait()
    if name in ages:  # look
        log.write(f"deleting {name}\n")  # others may run here
        try:
            del ages[name]  # act
            results.append("Deleted")
        except KeyError:
            results.append("KeyError")
    else:
        results.append("not there")


with open("log.txt", "w", buffering=1) as log:  # writes each line
    threads = [
        threading.Thread(target=forget, args=("Ada", log))
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
print(", ".join(sorted(results, key="Deleted".__ne__)))
