# /// script
# requires-python = ">=3.11"
# dependencies = ["matplotlib>=3.10"]
# [tool.verbatim]
# timeout = 20
# [tool.verbatim.artifacts]
# "length.svg" = """Two lines over 30 steps. Without a limit, the \
# length of the queue rises to 31. With one, it rises to 8, and \
# stays there."""
# ///
import queue

import matplotlib.pyplot as plt


def lengths(maxsize: int) -> list[int]:
    """Each step, two items want to come in, and one goes out."""
    items: queue.Queue[str] = queue.Queue(maxsize)
    seen = []
    for _ in range(30):
        for _ in range(2):
            if not items.full():
                items.put("item")
        seen.append(items.qsize())
        items.get()
    return seen


figure, axes = plt.subplots(figsize=(6, 3), layout="constrained")
for maxsize, label in [(0, "no limit"), (8, "maxsize=8")]:
    seen = lengths(maxsize)
    axes.plot(range(1, 31), seen, label=label)
    print(f"{label}: {seen[-1]} in the queue in step {len(seen)}")
axes.set(xlabel="step", ylabel="items in the queue")
axes.legend()
figure.savefig("length.svg")
