# /// script
# requires-python = ">=3.11"
# ///
import threading

till = threading.Lock()


def pay(amount: int) -> None:
    till.acquire()
    if amount > 100:
        raise ValueError(f"{amount} is too much")
    print(f"{amount} paid")
    till.release()


for amount in [50, 200]:
    try:
        pay(amount)
    except ValueError as error:
        print(error)
    print("locked" if till.locked() else "free")
