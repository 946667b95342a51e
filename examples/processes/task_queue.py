# /// script
# requires-python = ">=3.11"
# ///
import multiprocessing
from multiprocessing.queues import Queue


def work(
    jobs: "Queue[str | None]", results: "Queue[tuple[str, str]]"
) -> None:
    while (word := jobs.get()) is not None:
        results.put((word, word[::-1]))


if __name__ == "__main__":
    jobs, results = multiprocessing.Queue(), multiprocessing.Queue()
    workers = [
        multiprocessing.Process(target=work, args=(jobs, results))
        for _ in range(2)
    ]
    for worker in workers:
        worker.start()

    words = ["drawer", "stressed", "live"]
    for word in words:
        jobs.put(word)
    for _ in workers:
        jobs.put(None)  # for each worker: no more jobs
    found = dict(results.get() for _ in words)  # first take ...
    for worker in workers:
        worker.join()  # ... then join

    for word in words:
        print(f"{word} -> {found[word]}")
