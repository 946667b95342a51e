# /// script
# requires-python = ">=3.11"
# ///
import threading


def watch(stop, wait):
    readings = 0
    while not wait(60):  # seconds
        readings += 1
        if readings == 1000:
            stop.set()
    return readings


class FakeWait:
    waited = 0

    def __init__(self, stop):
        self.stop = stop

    def __call__(self, seconds):
        self.waited += seconds
        return self.stop.is_set()


stop = threading.Event()  # watch(stop, stop.wait) would really wait
wait = FakeWait(stop)
readings = watch(stop, wait)
print(f"{readings} readings in {wait.waited / 3600:.1f} hours")
