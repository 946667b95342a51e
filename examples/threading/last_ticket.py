# /// script
# requires-python = ">=3.11"
# ///
import threading

tickets = 1
buyers = []
both_have_looked = threading.Barrier(2)


def buy(name):
    if len(buyers) < tickets:
        both_have_looked.wait()  # forced, as before
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
