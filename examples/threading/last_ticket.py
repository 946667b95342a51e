# /// script
# requires-python = ">=3.11"
# ///
import threading

tickets = 1
buyers: list[str] = []
meeting = threading.Barrier(2)


def meet() -> None:
    try:
        meeting.wait(timeout=2)
    except threading.BrokenBarrierError:
        pass  # the other thread cannot come: go on without it


def buy(name: str) -> None:
    meeting.wait()  # both begin at the same time
    if len(buyers) < tickets:
        meet()  # forced: both look before either buys
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
