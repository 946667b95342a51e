# /// script
# requires-python = ">=3.11"
# ///
from multiprocessing import Array, Process, Value


def count(total, per_worker, index):
    for _ in range(5_000):
        with total.get_lock():
            total.value += 1
        per_worker[index] += 1  # nobody else touches this one


if __name__ == "__main__":
    total = Value("i", 0)
    per_worker = Array("i", 2)
    workers = [
        Process(target=count, args=(total, per_worker, index))
        for index in range(2)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(f"Total: {total.value}")
    print(f"Per worker: {per_worker[:]}")
