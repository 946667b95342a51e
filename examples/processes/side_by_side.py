# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeline = { resolution = 0.3 }
# cores = 2
# ///
import time
from multiprocessing import get_context
from multiprocessing.connection import Connection


def compute(seconds: float, connection: Connection) -> None:
    end = time.process_time() + seconds  # of the processor
    while time.process_time() < end:
        pass
    connection.send(f"computed for {seconds} seconds")


if __name__ == "__main__":
    context = get_context("spawn")
    ends = []
    for seconds in [1.2, 0.6]:
        ours, theirs = context.Pipe()
        child = context.Process(target=compute, args=(seconds, theirs))
        child.start()
        ends.append(ours)
    for ours in ends:
        print(ours.recv())
