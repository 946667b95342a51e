# /// script
# requires-python = ">=3.11"
# ///
import threading
import time

stop = threading.Event()


def watch():
    while not stop.wait(timeout=0.05):
        pass  # look into the mailbox, read the sensor, ...
    print("Watcher: cleaned up")


watcher = threading.Thread(target=watch)
watcher.start()

time.sleep(0.2)  # the program does its work
print("Main: please stop")
stop.set()
watcher.join()
print("Main: the watcher has stopped")
