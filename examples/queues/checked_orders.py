# /// script
# requires-python = ">=3.11"
# dependencies = ["pydantic>=2"]
# ///
import queue
import threading

from pydantic import BaseModel, PositiveInt, ValidationError


class Order(BaseModel):
    dish: str
    count: PositiveInt


def cook(orders: queue.Queue[Order | None]) -> None:
    while (order := orders.get()) is not None:
        print(f"cooking {order.count} x {order.dish}")


lines = [
    '{"dish": "soup", "count": 2}',
    '{"dish": "cake", "count": 0}',
    '{"dish": "bread", "count": "3"}',
    '{"dish": "rice"}',
]
orders: queue.Queue[Order | None] = queue.Queue()
refused = []
for line in lines:
    try:
        orders.put(Order.model_validate_json(line))
    except ValidationError as error:
        (what,) = error.errors()
        refused.append(f"{what['loc'][0]}: {what['msg']}")
orders.put(None)

thread = threading.Thread(target=cook, args=(orders,))
thread.start()
thread.join()
for reason in refused:
    print(f"refused {reason}")
