# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with one queue without a limit"
# [tool.verbatim.variant.replace]
# "to_bob = queue.Queue(maxsize=1)" = "to_bob = queue.Queue()"
# ///
import queue
import threading

to_ada = queue.Queue(maxsize=1)
to_bob = queue.Queue(maxsize=1)
outcome = {}


def talk(name, outbox, inbox):
    try:
        for word in ["hello", "how are you?"]:
            outbox.put(word, timeout=0.5)
        outcome[name] = f"heard {inbox.get()}"
    except queue.Full:
        outcome[name] = "got no second word in"


ada = threading.Thread(target=talk, args=("Ada", to_bob, to_ada))
bob = threading.Thread(target=talk, args=("Bob", to_ada, to_bob))
ada.start()
bob.start()
ada.join()
bob.join()

print(f"Ada {outcome['Ada']}")
print(f"Bob {outcome['Bob']}")
