# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeline = { resolution = 0.3 }
# ///
import time
from multiprocessing import get_context
from multiprocessing.connection import Connection


def work(seconds: float, connection: Connection) -> None:
    time.sleep(seconds)
    connection.send(f"worked for {seconds} seconds")


if __name__ == "__main__":
    context = get_context("spawn")
    ends = []
    for seconds in [1.2, 0.6]:
        ours, theirs = context.Pipe()
        context.Process(target=work, args=(seconds, theirs)).start()
        ends.append(ours)
    for ours in ends:
        print(ours.recv())
