# /// script
# requires-python = ">=3.11"
# ///
import queue
import threading

requests = queue.SimpleQueue()


def serve():
    stock = {"soup": 2}  # only this thread can touch it: no lock
    while (request := requests.get()) is not None:
        dish, answer = request
        if stock.get(dish, 0) > 0:
            stock[dish] -= 1
            answer.put("here you are")
        else:
            answer.put("sold out")


def order(dish):
    answer = queue.SimpleQueue()  # for this one answer
    requests.put((dish, answer))
    return answer.get()


kitchen = threading.Thread(target=serve)
kitchen.start()
for _ in range(3):
    print(f"Soup: {order('soup')}")
requests.put(None)
kitchen.join()
