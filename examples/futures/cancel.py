# /// script
# requires-python = ">=3.11"
# ///
import threading
from concurrent.futures import CancelledError, ThreadPoolExecutor

started = threading.Event()
finish = threading.Event()


def print_pages(name: str) -> str:
    started.set()
    finish.wait()
    return f"{name} printed"


with ThreadPoolExecutor(max_workers=1) as printer:
    letter = printer.submit(print_pages, "letter")
    novel = printer.submit(print_pages, "novel")
    started.wait()

    print(f"Cancel the letter: {letter.cancel()}")
    print(f"Cancel the novel: {novel.cancel()}")
    finish.set()

print(letter.result())
try:
    novel.result()
except CancelledError:
    print("The novel was cancelled")
