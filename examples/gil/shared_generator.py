# /// script
# requires-python = ">=3.11"
# ///
import threading

inside = threading.Event()
tried = threading.Event()


def tickets():
    number = 0
    while True:
        number += 1
        inside.set()
        tried.wait()  # forced: the other one comes now
        yield number


shared = tickets()


def first():
    print(f"First: ticket {next(shared)}")


thread = threading.Thread(target=first)
thread.start()
inside.wait()
try:
    next(shared)
except ValueError as error:
    print(f"Second: ValueError: {error}")
tried.set()
thread.join()
