# /// script
# requires-python = ">=3.11"
# ///
import threading
from concurrent.futures import ThreadPoolExecutor

started = threading.Event()
go_on = threading.Event()


def brew() -> str:
    started.set()
    go_on.wait()
    return "coffee"


def show(when: str) -> None:
    print(when)
    for name, future in orders.items():
        print(
            f"  {name}: running={future.running()}"
            f" done={future.done()} cancelled={future.cancelled()}"
        )


with ThreadPoolExecutor(max_workers=1) as pool:
    orders = {name: pool.submit(brew) for name in ["Ada", "Bob", "Cem"]}
    started.wait()
    show("One worker, three orders")

    orders["Cem"].cancel()
    show("Cem has left")

    go_on.set()
show("Pool closed")
