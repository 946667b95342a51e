# /// script
# requires-python = ">=3.11"
# ///
import queue
import threading
from collections.abc import Callable

Texts = queue.Queue[str | None]  # None is the end


def stage(
    function: Callable[[str], str], source: Texts, target: Texts
) -> None:
    while (item := source.get()) is not None:
        target.put(function(item))
    target.put(None)  # pass the end on


lines = Texts(maxsize=2)
names = Texts(maxsize=2)
greetings = Texts(maxsize=2)

stages = [
    threading.Thread(target=stage, args=(str.title, lines, names)),
    threading.Thread(
        target=stage, args=("Hello {}!".format, names, greetings)
    ),
]


def read() -> None:
    for line in ["ada", "bob", "chloe", "dan"]:
        lines.put(line)
    lines.put(None)


threads = [threading.Thread(target=read), *stages]
for thread in threads:
    thread.start()
while (greeting := greetings.get()) is not None:
    print(greeting)
for thread in threads:
    thread.join()
