# /// script
# requires-python = ">=3.11"
# ///
import threading

looked = threading.Event()
result: list[int] = []


def compute() -> None:
    looked.wait()  # forced: the result takes longer than one line
    result.append(42)


thread = threading.Thread(target=compute)
thread.start()
print(f"Without join: {result}")

looked.set()
thread.join()
print(f"After join: {result}")
