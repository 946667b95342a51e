# /// script
# requires-python = ">=3.11"
# ///
import threading

changed = threading.Condition()
looking = threading.Event()
bread = False


def buy() -> None:
    with changed:
        print("Customer: I have the lock")
        looking.set()
        changed.wait_for(lambda: bread)  # gives it back meanwhile
        print("Customer: I have it again, and bread")


customer = threading.Thread(target=buy)
customer.start()
looking.wait()
with changed:
    print("Baker: I have the lock")
    bread = True
    changed.notify_all()
    print("Baker: still mine")
customer.join()
