# /// script
# requires-python = ">=3.11"
# ///
import threading

working = threading.Event()
go_on = threading.Event()


def draw_numbers():
    working.set()
    go_on.wait()  # forced: the first next() takes its time
    yield 1


numbers = draw_numbers()
thread = threading.Thread(target=next, args=(numbers,))
thread.start()

working.wait()
try:
    next(numbers)
except ValueError as error:
    print(f"ValueError: {error}")
go_on.set()
thread.join()
