# /// script
# requires-python = ">=3.11"
# ///
import threading


class Shared:
    """Let several threads take from one iterator, one by one."""

    def __init__(self, items):
        self.iterator = iter(items)
        self.lock = threading.Lock()

    def __iter__(self):
        return self

    def __next__(self):
        with self.lock:
            return next(self.iterator)


tickets = Shared(number for number in range(1, 1001))
sold = []


def sell():
    for ticket in tickets:
        sold.append(ticket)


threads = [threading.Thread(target=sell) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(f"Tickets sold: {len(sold)}, different ones: {len(set(sold))}")
