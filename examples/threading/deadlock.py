# /// script
# requires-python = ">=3.11"
# ///
import threading

pen = threading.Lock()
paper = threading.Lock()
meeting = threading.Barrier(2)
outcome = {}


def write_letter(name, first, second):
    with first:
        meeting.wait()  # forced: both now hold their first lock
        got_it = second.acquire(timeout=0.1)
        meeting.wait()  # forced: neither lets go before both tried
        if got_it:
            second.release()
    outcome[name] = "wrote" if got_it else "gave up waiting"


ada = threading.Thread(target=write_letter, args=("Ada", pen, paper))
bob = threading.Thread(target=write_letter, args=("Bob", paper, pen))
ada.start()
bob.start()
ada.join()
bob.join()

print(f"Ada {outcome['Ada']}")
print(f"Bob {outcome['Bob']}")
