# /// script
# requires-python = ">=3.11"
# ///
import queue
import threading

END = object()


def stage(function, source, target):
    while (item := source.get()) is not END:
        try:
            result = function(item)
        except Exception as error:
            result = error  # goes on like any other result
        target.put(result)
    target.put(END)


texts, numbers = queue.Queue(), queue.Queue()
thread = threading.Thread(target=stage, args=(int, texts, numbers))
thread.start()

for text in ["7", "seven", "8"]:
    texts.put(text)
texts.put(END)

while (result := numbers.get()) is not END:
    if isinstance(result, Exception):
        print(f"failed: {result}")
    else:
        print(f"number: {result}")
thread.join()
