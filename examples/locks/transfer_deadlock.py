# /// script
# requires-python = ">=3.11"
# ///
import threading

meeting = threading.Barrier(2)
outcome = {}


class Account:
    def __init__(self, name, balance):
        self.name = name
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    with source.lock:
        meeting.wait()  # forced: both hold their first lock
        got_it = target.lock.acquire(timeout=0.1)
        meeting.wait()  # forced: both have tried
        outcome[source.name] = got_it
        if got_it:
            try:
                source.balance -= amount
                target.balance += amount
            finally:
                target.lock.release()


ada, bob = Account("Ada", 100), Account("Bob", 100)
one = threading.Thread(target=transfer, args=(ada, bob, 30))
two = threading.Thread(target=transfer, args=(bob, ada, 50))
one.start()
two.start()
one.join()
two.join()

print(f"Ada to Bob: {outcome['Ada']}")
print(f"Bob to Ada: {outcome['Bob']}")
