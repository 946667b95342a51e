# /// script
# requires-python = ">=3.11"
#
# [[tool.verbatim.variant]]
# name = "without the lock"
# remove = "with lock:"
# ///
import threading
from contextlib import suppress

stock = 1
lock = threading.Lock()
both_have_looked = threading.Barrier(2)


def buy() -> None:
    global stock
    with lock:
        if stock > 0:
            # With the lock, nobody else comes here.
            with suppress(threading.BrokenBarrierError):
                both_have_looked.wait(timeout=0.5)
            stock -= 1


buyers = [threading.Thread(target=buy) for _ in range(2)]
for buyer in buyers:
    buyer.start()
for buyer in buyers:
    buyer.join()
print("In stock:", stock)
