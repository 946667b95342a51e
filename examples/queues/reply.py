# /// script
# requires-python = ">=3.11"
# ///
import threading
from queue import SimpleQueue

Answer = SimpleQueue[str]
requests: SimpleQueue[tuple[str, Answer] | None] = SimpleQueue()


def serve() -> None:
    stock = {"soup": 2}  # only this thread can touch it: no lock
    while (request := requests.get()) is not None:
        dish, answer = request
        if stock.get(dish, 0) > 0:
            stock[dish] -= 1
            answer.put("here you are")
        else:
            answer.put("sold out")


def order(dish: str) -> str:
    answer = Answer()  # for this one answer
    requests.put((dish, answer))
    return answer.get()


kitchen = threading.Thread(target=serve)
kitchen.start()
for _ in range(3):
    print(f"Soup: {order('soup')}")
requests.put(None)
kitchen.join()
