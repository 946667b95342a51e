# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# hangs = true
# timeout = 1
# timeline = true
# ///
import threading

pen = threading.Lock()
paper = threading.Lock()
meeting = threading.Barrier(2)


def write_letter(first: threading.Lock, second: threading.Lock) -> None:
    with first:
        meeting.wait()  # forced: both now hold their first lock
        with second:
            print("written")


ada = threading.Thread(
    target=write_letter, args=(pen, paper), name="Ada"
)
bob = threading.Thread(
    target=write_letter, args=(paper, pen), name="Bob"
)
ada.start()
bob.start()
ada.join()
bob.join()
