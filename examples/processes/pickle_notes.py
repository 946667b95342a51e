# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
import pickle
import threading

order = {"item": "lamp", "steps": ["pack", threading.Lock()]}
try:
    pickle.dumps(order)
except TypeError as error:
    print(error)
    for note in error.__notes__:
        print(f"  {note}")
