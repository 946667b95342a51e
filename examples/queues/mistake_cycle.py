# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# hangs = true
# timeout = 1
# timeline = true
# [[tool.verbatim.variant]]
# name = "with one queue without a limit"
# hangs = false
# timeout = 10
# order = "any"
# lines = "20"
# replace = { "maxsize=1" = "" }
# ///
import queue
import sys
import threading

to_ada: queue.Queue[str] = queue.Queue(maxsize=1)
to_bob: queue.Queue[str] = queue.Queue(maxsize=1)


def talk(
    name: str, outbox: queue.Queue[str], inbox: queue.Queue[str]
) -> None:
    for word in ["hello", "how are you?"]:
        outbox.put(word)
    sys.stdout.write(f"{name} heard {inbox.get()}\n")


ada = threading.Thread(
    target=talk, args=("Ada", to_bob, to_ada), name="Ada"
)
bob = threading.Thread(
    target=talk, args=("Bob", to_ada, to_bob), name="Bob"
)
ada.start()
bob.start()
ada.join()
bob.join()
