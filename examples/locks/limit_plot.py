# /// script
# requires-python = ">=3.11"
# dependencies = ["matplotlib>=3.10"]
# [tool.verbatim]
# timeout = 60
# [tool.verbatim.artifacts]
# "limit.svg" = """Three curves over 1 to 32 threads. With 2 % of \
# the work under the lock they make it 20 times as fast, with 10 % \
# 8 times, and with half of it never 2 times."""
# ///
import matplotlib.pyplot as plt


def speed_up(locked: float, threads: int) -> float:
    """What is under the lock goes one by one, the rest in parallel."""
    return 1 / (locked + (1 - locked) / threads)


threads = range(1, 33)
figure, axes = plt.subplots(figsize=(6, 3), layout="constrained")
for locked in [0.02, 0.1, 0.5]:
    curve = [speed_up(locked, count) for count in threads]
    axes.plot(threads, curve, label=f"{locked:.0%} under the lock")
    print(f"{locked:.0%} locked: {curve[-1]:.1f}x with 32 threads")
axes.set(xlabel="threads", ylabel="times as fast")
axes.legend()
figure.savefig("limit.svg")
