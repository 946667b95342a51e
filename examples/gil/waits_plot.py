# /// script
# requires-python = ">=3.11"
# dependencies = ["matplotlib>=3.10"]
# [tool.verbatim]
# timeout = 60
# [tool.verbatim.artifacts]
# "waits.svg" = """Bars for 1, 2 and 4 downloads. One after the \
# other they take 1, 2 and 4 waits; in threads always 1."""
# ///
import threading
import time
from collections.abc import Callable

import matplotlib.pyplot as plt

WAIT = 0.3


def download() -> None:
    time.sleep(WAIT)  # stands for the network


def in_turn(count: int) -> None:
    for _ in range(count):
        download()


def in_threads(count: int) -> None:
    threads = [threading.Thread(target=download) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def waits(run: Callable[[int], None], count: int) -> int:
    start = time.perf_counter()
    run(count)
    return int((time.perf_counter() - start) / WAIT)


counts = [1, 2, 4]
figure, axes = plt.subplots(figsize=(6, 3), layout="constrained")
for run, side in [(in_turn, -0.2), (in_threads, 0.2)]:
    lengths = [waits(run, count) for count in counts]
    print(f"{run.__name__}: {lengths}")
    places = [place + side for place in range(len(counts))]
    bars = axes.bar(places, lengths, width=0.4, label=run.__name__)
    axes.bar_label(bars)
axes.set_xticks(range(len(counts)), [str(n) for n in counts])
axes.set(xlabel="downloads", ylabel=f"waits of {WAIT} s", ylim=(0, 5))
axes.legend()
figure.savefig("waits.svg")
