# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeline = true
# ///
import threading
import time

parts = [1, 2, 3]


def report() -> None:
    print(f"All have doubled: {parts}")


meeting = threading.Barrier(3, action=report)


def double(index: int) -> None:
    for _ in range(2):
        time.sleep(0.2 * index)  # one is slower than the other
        parts[index] *= 2
        meeting.wait()  # no thread begins the next round early


threads = [
    threading.Thread(target=double, args=(index,), name=f"part {index}")
    for index in range(3)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
