# /// script
# requires-python = ">=3.11"
# ///
import threading

pen = threading.Lock()
paper = threading.Lock()
outcome = {}


def write_letter(name):
    with pen, paper:  # everybody: first the pen, then the paper
        outcome[name] = "wrote"


ada = threading.Thread(target=write_letter, args=("Ada",))
bob = threading.Thread(target=write_letter, args=("Bob",))
ada.start()
bob.start()
ada.join()
bob.join()

print(f"Ada {outcome['Ada']}")
print(f"Bob {outcome['Bob']}")
