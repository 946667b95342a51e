# /// script
# requires-python = ">=3.11"
# ///
import queue
import threading

numbers: queue.Queue[int | None] = queue.Queue()
squares: queue.Queue[int | None] = queue.Queue()


def square() -> None:
    while (number := numbers.get()) is not None:
        squares.put(number * number)
    squares.put(None)  # pass the end on to the next stage


def report() -> None:
    while (value := squares.get()) is not None:
        print(value)


stages = [threading.Thread(target=stage) for stage in (square, report)]
for stage in stages:
    stage.start()
for number in [1, 2, 3, 4, None]:
    numbers.put(number)
for stage in stages:
    stage.join()
print("Done")
