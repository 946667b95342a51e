# /// script
# requires-python = ">=3.11"
# ///
from multiprocessing import Pool, Value


def share(value):
    global total
    total = value


def add(number):
    with total.get_lock():
        total.value += number


if __name__ == "__main__":
    common = Value("i", 0)
    with Pool(2, initializer=share, initargs=(common,)) as pool:
        pool.map(add, range(1, 11))
        print(f"Total: {common.value}")
        try:
            pool.map(share, [common])  # wrong: sent, not inherited
        except RuntimeError as error:
            print(error)
