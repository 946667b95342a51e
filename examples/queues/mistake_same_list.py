# /// script
# requires-python = ">=3.11"
# ///
import queue

batches = queue.Queue()
batch = []

for number in [1, 2, 3, 4]:
    batch.append(number)
    if len(batch) == 2:
        batches.put(batch)
        batch.clear()  # wrong: it is the list in the queue
print(f"wrong: {batches.get()} {batches.get()}")

for number in [1, 2, 3, 4]:
    batch.append(number)
    if len(batch) == 2:
        batches.put(batch)
        batch = []  # right: a new list
print(f"right: {batches.get()} {batches.get()}")
