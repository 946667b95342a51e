# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with the pill first"
# remove = "words.put(None)  # only now has everything been written"
# [tool.verbatim.variant.replace]
# "for writer in writers:\n" = """
# words.put(None)
# for writer in writers:
# """
# ///
import queue
import threading

words: queue.Queue[str | None] = queue.Queue()
reader_gone = threading.Event()
together = threading.Barrier(2)
letters = 0


def write(text: str) -> None:
    together.wait()  # both begin at the same time
    reader_gone.wait(timeout=0.5)  # forced: begin late
    for word in text.split():
        words.put(word)


def count() -> None:
    global letters
    while (word := words.get()) is not None:
        letters += len(word)
    reader_gone.set()


reader = threading.Thread(target=count)
writers = [
    threading.Thread(target=write, args=(text,))
    for text in ["to be or not", "that is the question"]
]
for thread in [reader, *writers]:
    thread.start()

for writer in writers:
    writer.join()
words.put(None)  # only now has everything been written
reader.join()
print(f"{letters} letters")
