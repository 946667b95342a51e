# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the lock"
# remove = "with lock:  # one step for all other threads"
# [[tool.verbatim.variant]]
# name = "with a lock for buying alone"
# [tool.verbatim.variant.replace]
# "with lock:  # one step for all other threads" = "if True:"
# "buyers.append(name)" = """
# with lock:
#                 buyers.append(name)"""
# ///
import threading

tickets = 1
buyers: list[str] = []
lock = threading.Lock()
meeting = threading.Barrier(2)


def meet() -> None:
    try:
        meeting.wait(timeout=0.5)
    except threading.BrokenBarrierError:
        pass  # the other thread cannot come: go on without it


def buy(name: str) -> None:
    meeting.wait()  # both begin at the same time
    with lock:  # one step for all other threads
        if len(buyers) < tickets:
            meet()  # still forced
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
