# /// script
# requires-python = ">=3.11"
# ///
import queue
import threading

END = object()


def stage(function, source, target):
    while (item := source.get()) is not END:
        target.put(function(item))
    target.put(END)  # pass the end on


lines = queue.Queue(maxsize=2)
names = queue.Queue(maxsize=2)
greetings = queue.Queue(maxsize=2)

stages = [
    threading.Thread(target=stage, args=(str.title, lines, names)),
    threading.Thread(
        target=stage, args=("Hello {}!".format, names, greetings)
    ),
]


def read():
    for line in ["ada", "bob", "chloe", "dan"]:
        lines.put(line)
    lines.put(END)


threads = [threading.Thread(target=read), *stages]
for thread in threads:
    thread.start()
while (greeting := greetings.get()) is not END:
    print(greeting)
for thread in threads:
    thread.join()
