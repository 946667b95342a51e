# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the event"
# remove = "stop.set()"
# hangs = true
# timeout = 1
# ///
import os
import signal
import threading

ready, stop = threading.Event(), threading.Event()


def work() -> None:
    ready.wait()
    os.kill(os.getpid(), signal.SIGINT)  # forced: Ctrl-C
    stop.wait()
    print("Worker: saved my work")


worker = threading.Thread(target=work, name="worker")
worker.start()
try:
    ready.set()
    stop.wait()  # the main thread has nothing else to do
except KeyboardInterrupt:
    print("Main: Ctrl-C")
    stop.set()
worker.join()
