# /// script
# requires-python = ">=3.11"
# ///
from multiprocessing import Process, Queue


def produce(results):
    results.put(b"x" * 1_000_000)


if __name__ == "__main__":
    results = Queue()
    child = Process(target=produce, args=(results,))
    child.start()

    child.join(timeout=0.3)  # wrong: nobody takes the data
    print(f"Exit code after the first join: {child.exitcode}")

    data = results.get()
    child.join()
    print(f"Exit code after get() and join: {child.exitcode}")
    print(f"Received: {len(data)} bytes")
