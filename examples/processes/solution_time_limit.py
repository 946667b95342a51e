# /// script
# requires-python = ">=3.11"
# ///
from collections.abc import Callable
from multiprocessing import Process


def run(
    target: Callable[..., object],
    args: tuple[object, ...],
    seconds: float,
) -> bool:
    """True if the call finished in time; else it is terminated."""
    child = Process(target=target, args=args)
    child.start()
    child.join(timeout=seconds)
    in_time = child.exitcode is not None
    if not in_time:
        child.terminate()
        child.join()
    child.close()
    return in_time


if __name__ == "__main__":
    print(f"Short: {run(sum, (range(10),), seconds=5)}")
    print(f"Long:  {run(sum, (range(10**15),), seconds=0.2)}")
