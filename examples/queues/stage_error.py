# /// script
# requires-python = ">=3.11"
# ///
import queue
import threading
from collections.abc import Callable

texts: queue.Queue[str | None] = queue.Queue()
numbers: queue.Queue[int | Exception | None] = queue.Queue()


def stage(function: Callable[[str], int]) -> None:
    while (text := texts.get()) is not None:
        try:
            result = function(text)
        except Exception as error:
            result = error  # goes on like any other result
        numbers.put(result)
    numbers.put(None)


thread = threading.Thread(target=stage, args=(int,))
thread.start()

for text in ["7", "seven", "8"]:
    texts.put(text)
texts.put(None)

while (result := numbers.get()) is not None:
    if isinstance(result, Exception):
        print(f"failed: {result}")
    else:
        print(f"number: {result}")
thread.join()
