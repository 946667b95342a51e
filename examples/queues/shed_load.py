# /// script
# requires-python = ">=3.11"
# ///
import queue

requests: queue.Queue[int] = queue.Queue(maxsize=3)


def accept(number: int) -> str:
    try:
        requests.put_nowait(number)
    except queue.Full:
        return "busy, come back later"
    return "accepted"


for number in range(1, 6):
    print(f"Request {number}: {accept(number)}")
