# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without a limit"
# remove = "with places:"
# ///
import threading

places = threading.BoundedSemaphore(2)
everyone = threading.Barrier(6)
lock = threading.Lock()
inside = 0
most = 0


def stay() -> None:
    try:
        everyone.wait(timeout=0.5)  # forced: until all are inside
    except threading.BrokenBarrierError:
        pass  # not all of them get in


def visit() -> None:
    global inside, most
    everyone.wait()  # all begin at the same time
    with places:
        with lock:
            inside += 1
            most = max(most, inside)
        stay()
        with lock:
            inside -= 1


guests = [threading.Thread(target=visit) for _ in range(6)]
for guest in guests:
    guest.start()
for guest in guests:
    guest.join()

print(f"{len(guests)} guests, at most {most} inside at once")
