# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "in opposite orders"
# lines = "36-38"
# replace = { "pen, paper" = "paper, pen" }
# hangs = true
# timeout = 1
# ///
import threading

pen = threading.Lock()
paper = threading.Lock()
meeting = threading.Barrier(2)
written: list[str] = []


def meet() -> None:
    try:
        meeting.wait(timeout=0.5)
    except threading.BrokenBarrierError:
        pass  # the other thread cannot come: go on without it


def write_letter(first: threading.Lock, second: threading.Lock) -> None:
    meeting.wait()  # both begin at the same time
    with first:
        meet()  # forced: hold the first lock, and wait for the other
        with second:
            written.append(threading.current_thread().name)


ada = threading.Thread(
    target=write_letter, args=(pen, paper), name="Ada"
)
bob = threading.Thread(
    target=write_letter, args=(pen, paper), name="Bob"
)
ada.start()
bob.start()
ada.join()
bob.join()

print(f"Letters from: {sorted(written)}")
