# /// script
# requires-python = ">=3.11"
# [tool.verbatim.outcomes]
# runs = 200
# [[tool.verbatim.outcomes.table]]
# prints = "Deleted, not there"
# meaning = "The second looked after the first had deleted."
# seen = true
# [[tool.verbatim.outcomes.table]]
# prints = "Deleted, KeyError"
# meaning = "Both looked before either deleted."
# seen = true
# ///
import random
import threading
import time

ages = {"Ada": 36}
results = []


def forget(name):
    time.sleep(random.uniform(0, 0.004))
    if name in ages:  # look
        time.sleep(random.uniform(0, 0.004))  # others may run here
        try:
            del ages[name]  # act
            results.append("Deleted")
        except KeyError:
            results.append("KeyError")
    else:
        results.append("not there")


threads = [
    threading.Thread(target=forget, args=("Ada",)) for _ in range(2)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(", ".join(sorted(results, key="Deleted".__ne__)))
