# /// script
# requires-python = ">=3.13"
# [tool.verbatim]
# optional = true
# ///
import queue
import threading
from collections.abc import Callable

Texts = queue.Queue[str]


def stage(
    function: Callable[[str], str], source: Texts, target: Texts
) -> None:
    try:
        while True:
            target.put(function(source.get()))
    except queue.ShutDown:
        target.shutdown()  # pass the end on


lines, names, greetings = [Texts(maxsize=2) for _ in range(3)]


def read() -> None:
    for line in ["ada", "bob", "chloe", "dan"]:
        lines.put(line)
    lines.shutdown()


threads = [
    threading.Thread(target=read),
    threading.Thread(target=stage, args=(str.title, lines, names)),
    threading.Thread(
        target=stage, args=("Hello {}!".format, names, greetings)
    ),
]
for thread in threads:
    thread.start()
try:
    while True:
        print(greetings.get())
except queue.ShutDown:
    pass  # all stages have ended
for thread in threads:
    thread.join()
