# /// script
# requires-python = ">=3.11"
# ///
import faulthandler
import re
import threading

pen, paper = threading.Lock(), threading.Lock()
meeting = threading.Barrier(3)


def take_both(first, second):
    with first:
        meeting.wait()
        with second:
            pass


def draw():
    take_both(paper, pen)


def write():
    take_both(pen, paper)


for function in [draw, write]:
    threading.Thread(target=function, daemon=True).start()
meeting.wait()  # now each of them holds a lock

with open("stacks.txt", "w+") as file:
    faulthandler.dump_traceback(file)
    file.seek(0)
    text = file.read()
pattern = r"line \d+ in (take_both)\n.* in (\w+)"
for inner, outer in sorted(re.findall(pattern, text)):
    print(f"a thread stands in {inner}, called by {outer}")
