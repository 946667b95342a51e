# /// script
# requires-python = ">=3.11"
# ///
from multiprocessing import Process, Value


def withdraw(balance, amount):
    with balance.get_lock():  # look and take in one step
        if balance.value >= amount:
            balance.value -= amount


if __name__ == "__main__":
    balance = Value("i", 100)
    customers = [
        Process(target=withdraw, args=(balance, 70)) for _ in range(2)
    ]
    for customer in customers:
        customer.start()
    for customer in customers:
        customer.join()
    print(f"Balance: {balance.value}")
