# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the event"
# remove = "stop.set()"
# hangs = true
# timeout = 1
# ///
import signal
import threading

stop = threading.Event()


def work() -> None:
    stop.wait()
    print("Worker: saved my work")


worker = threading.Thread(target=work, name="worker")
worker.start()
try:
    signal.raise_signal(signal.SIGINT)  # forced: Ctrl-C
    worker.join()
except KeyboardInterrupt:
    print("Main: Ctrl-C")
    stop.set()
worker.join()
