# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with a thread"
# [tool.verbatim.variant.replace]
# "multiprocessing import" = "threading import Thread as"
# ///
from multiprocessing import Process

basket = ["bread"]


def shop(item: str) -> None:
    basket.append(item)
    print(f"Child:  {basket}")


if __name__ == "__main__":
    child = Process(target=shop, args=("milk",))
    child.start()
    child.join()
    print(f"Parent: {basket}")
