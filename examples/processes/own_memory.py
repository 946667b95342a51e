# /// script
# requires-python = ">=3.11"
# ///
from multiprocessing import Process

basket = ["bread"]


def shop(item):
    basket.append(item)
    print(f"Child:  {basket}")


if __name__ == "__main__":
    child = Process(target=shop, args=("milk",))
    child.start()
    child.join()
    print(f"Parent: {basket}")
