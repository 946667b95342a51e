# /// script
# requires-python = ">=3.11"
# ///
import sys
import threading

LIMIT = 3_000_000
usual = sys.getswitchinterval()


def main_gets_a_turn(interval: float) -> bool:
    """Whether main comes in while the other thread computes."""
    sys.setswitchinterval(interval)
    steps = 0
    stop = False

    def compute() -> None:
        nonlocal steps
        while not stop and steps < LIMIT:
            steps += 1

    thread = threading.Thread(target=compute)
    thread.start()
    stop = True  # main's turn: the computing may end
    thread.join()
    return steps < LIMIT


try:
    for interval in [0.005, 100]:
        answer = "yes" if main_gets_a_turn(interval) else "no"
        print(f"Interval {interval} s: main came in between: {answer}")
finally:
    sys.setswitchinterval(usual)
