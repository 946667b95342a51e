# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
import multiprocessing
import os
from multiprocessing.queues import SimpleQueue

imported_by = os.getpid()


def report(results: SimpleQueue[tuple[int, int]]) -> None:
    results.put((os.getpid(), imported_by))


if __name__ == "__main__":
    context = multiprocessing.get_context("forkserver")
    results = context.SimpleQueue()
    children = [
        context.Process(target=report, args=(results,))
        for _ in range(3)
    ]
    for child in children:
        child.start()
    pairs = [results.get() for _ in children]
    for child in children:
        child.join()

    pids = {pid for pid, _ in pairs}
    importers = {importer for _, importer in pairs}
    print(f"Children: {len(pids)}")
    print(f"Processes that imported the file: {len(importers)}")
    print(f"Children among these: {len(pids & importers)}")
