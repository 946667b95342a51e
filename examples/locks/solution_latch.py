# /// script
# requires-python = ">=3.11"
# ///
import threading


class Latch:
    """Opens once it has been counted down to zero."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.changed = threading.Condition()

    def count_down(self) -> None:
        with self.changed:
            self.count -= 1
            self.changed.notify_all()

    def wait(self, timeout: float | None = None) -> bool:
        with self.changed:
            return self.changed.wait_for(self.is_open, timeout)

    def is_open(self) -> bool:
        return self.count <= 0


latch = Latch(3)
workers = [threading.Thread(target=latch.count_down) for _ in range(3)]
print(f"Before: {latch.wait(timeout=0.05)}")
for worker in workers:
    worker.start()
latch.wait()
print("All three have reported")
for worker in workers:
    worker.join()
