# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "in opposite orders"
# replace = { '("Bob", pen, paper)' = '("Bob", paper, pen)' }
# ///
import threading

pen = threading.Lock()
paper = threading.Lock()
meeting = threading.Barrier(2)
outcome = {}


def meet():
    try:
        meeting.wait(timeout=0.5)
    except threading.BrokenBarrierError:
        pass  # the other thread cannot come: go on without it


def write_letter(name, first, second):
    meeting.wait()  # both begin at the same time
    with first:
        meet()  # forced: hold the first lock, and wait for the other
        got_it = second.acquire(timeout=0.1)
        meet()
        if got_it:
            second.release()
    outcome[name] = "wrote" if got_it else "gave up waiting"


ada = threading.Thread(target=write_letter, args=("Ada", pen, paper))
bob = threading.Thread(target=write_letter, args=("Bob", pen, paper))
ada.start()
bob.start()
ada.join()
bob.join()

print(f"Ada {outcome['Ada']}")
print(f"Bob {outcome['Bob']}")
