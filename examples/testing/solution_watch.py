# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeout = 5
# ///


def watch(read, wait):
    """Read once a minute, until wait() is true."""
    while not wait(60):  # seconds
        read()


class FakeWait:
    """Takes the place of stop.wait: counts, and stops in the end."""

    waited = 0

    def __init__(self, rounds):
        self.rounds = rounds

    def __call__(self, seconds):
        if self.rounds == 0:
            return True
        self.rounds -= 1
        self.waited += seconds
        return False


readings = []
wait = FakeWait(rounds=1000)
watch(read=lambda: readings.append("21.5"), wait=wait)
print(f"{len(readings)} readings in {wait.waited / 3600:.1f} hours")
