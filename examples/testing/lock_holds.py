# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeline = { resolution = 0.2 }
# [[tool.verbatim.variant]]
# name = "with a lock for each thread"
# replace = { "with guard:" = "with threading.Lock():" }
# ///
import threading
from contextlib import AbstractContextManager, nullcontext


def two_meet_inside(
    guard: AbstractContextManager[object], patience: float
) -> bool:
    meeting = threading.Barrier(2)
    met: list[bool] = []

    def visit() -> None:
        with guard:
            try:
                meeting.wait(timeout=patience)
                met.append(True)
            except threading.BrokenBarrierError:
                met.append(False)

    threads = [threading.Thread(target=visit) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return all(met)


lock = threading.Lock()
print(f"without: {two_meet_inside(nullcontext(), patience=5)}")
print(f"with a lock: {two_meet_inside(lock, patience=0.6)}")
