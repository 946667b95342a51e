# /// script
# requires-python = ">=3.11"
# ///
import threading

tickets = 1
buyers = []
lock = threading.Lock()


def buy(name):
    with lock:  # looking and buying: one step for everybody else
        if len(buyers) < tickets:
            buyers.append(name)


customers = [
    threading.Thread(target=buy, args=(name,))
    for name in ["Ada", "Bob"]
]
for customer in customers:
    customer.start()
for customer in customers:
    customer.join()

print(f"Tickets: {tickets}, sold: {len(buyers)}")
