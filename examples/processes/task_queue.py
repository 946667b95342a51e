# /// script
# requires-python = ">=3.11"
# ///
from multiprocessing import Process, Queue


def work(jobs, results):
    while (word := jobs.get()) is not None:
        results.put((word, word[::-1]))


if __name__ == "__main__":
    jobs, results = Queue(), Queue()
    workers = [
        Process(target=work, args=(jobs, results)) for _ in range(2)
    ]
    for worker in workers:
        worker.start()

    words = ["drawer", "stressed", "live"]
    for job in words + [None] * len(workers):
        jobs.put(job)
    found = dict(results.get() for _ in words)  # first take ...
    for worker in workers:
        worker.join()  # ... then join

    for word in words:
        print(f"{word} -> {found[word]}")
