# /// script
# requires-python = ">=3.11"
# ///
import threading

printer = threading.Lock()
printing = threading.Event()
finish = threading.Event()


def print_book() -> None:
    with printer:
        printing.set()
        finish.wait()


def print_letter() -> None:
    if not printer.acquire(timeout=0.1):
        print("Letter: the printer is busy, later then")
        return
    try:
        print("Letter: printed")
    finally:
        printer.release()


book = threading.Thread(target=print_book)
book.start()
printing.wait()
print_letter()

finish.set()
book.join()
print_letter()
print_letter()  # the first one has released the printer
