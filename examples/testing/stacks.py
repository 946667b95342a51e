# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "in the same order"
# [tool.verbatim.variant.replace]
# "take_both(paper, pen)" = "take_both(pen, paper)"
# "timeout=5" = "timeout=0.3"
# ///
import faulthandler
import linecache
import re
import threading
from contextlib import suppress

pen, paper = threading.Lock(), threading.Lock()
meeting = threading.Barrier(2)


def take_both(first: threading.Lock, second: threading.Lock) -> None:
    with first:
        with suppress(threading.BrokenBarrierError):
            meeting.wait(timeout=5)  # forced: each has one lock
        with second:
            pass


def draw() -> None:
    take_both(paper, pen)


def write() -> None:
    take_both(pen, paper)


threads = [
    threading.Thread(target=function, daemon=True)
    for function in [draw, write]
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join(timeout=1)

with open("stacks.txt", "w+") as file:
    faulthandler.dump_traceback(file)
    file.seek(0)
    text = file.read()
pattern = r"line (\d+) in take_both\n.* in (\w+)"
stuck = sorted(
    (caller, line) for line, caller in re.findall(pattern, text)
)
for caller, number in stuck:
    line = linecache.getline(__file__, int(number)).strip()
    print(f"{caller}() called take_both(), which waits at: {line}")
print(f"threads that are stuck: {len(stuck)}")
