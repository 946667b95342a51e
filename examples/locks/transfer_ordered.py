# /// script
# requires-python = ">=3.11"
# ///
import threading


class Account:
    def __init__(self, name, balance):
        self.name = name
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    pair = sorted([source, target], key=lambda each: each.name)
    with pair[0].lock, pair[1].lock:
        source.balance -= amount
        target.balance += amount


def many(source, target, amount):
    for _ in range(1_000):
        transfer(source, target, amount)


ada, bob = Account("Ada", 5000), Account("Bob", 5000)
one = threading.Thread(target=many, args=(ada, bob, 3))
two = threading.Thread(target=many, args=(bob, ada, 5))
one.start()
two.start()
one.join()
two.join()

print(f"Ada: {ada.balance}, Bob: {bob.balance}")
print(f"Total: {ada.balance + bob.balance}")
