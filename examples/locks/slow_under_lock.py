# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.mask]]
# name = "inside"
# pattern = 'inside the lock: (\d\.\d)'
# min = 0.5
# max = 1.0
# [[tool.verbatim.mask]]
# name = "outside"
# pattern = 'outside: (\d\.\d)'
# min = 0.1
# max = 0.3
# ///
import socket
import threading
import time
from collections.abc import Callable

lock = threading.Lock()
answers: list[str] = []
ours, theirs = socket.socketpair()
ours.settimeout(0.1)


def ask() -> str:
    try:
        return ours.recv(100).decode()
    except TimeoutError:  # the other end never answers
        return "none"


def wait_inside() -> None:
    with lock:
        answers.append(ask())


def wait_outside() -> None:
    answer = ask()
    with lock:
        answers.append(answer)


def measure(target: Callable[[], None]) -> float:
    threads = [threading.Thread(target=target) for _ in range(5)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - start


print(f"Waiting inside the lock: {measure(wait_inside):.1f} s")
print(f"Waiting outside: {measure(wait_outside):.1f} s")
ours.close()
theirs.close()
