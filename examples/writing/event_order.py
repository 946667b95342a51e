# /// script
# requires-python = ">=3.11"
# ///
import threading

coffee_is_ready = threading.Event()


def drink():
    coffee_is_ready.wait()
    print("Ada drinks")


ada = threading.Thread(target=drink)
ada.start()
print("Bob makes coffee")
coffee_is_ready.set()
ada.join()
