# /// script
# requires-python = ">=3.11"
# ///
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def shout(name: str, length: int) -> None:
    view = SharedMemory(name=name)
    text = bytes(view.buf[:length])
    view.buf[:length] = text.upper()
    view.close()


if __name__ == "__main__":
    text = b"one copy for all"
    block = SharedMemory(create=True, size=len(text))
    try:
        block.buf[: len(text)] = text
        child = Process(target=shout, args=(block.name, len(text)))
        child.start()
        child.join()
        print(bytes(block.buf[: len(text)]).decode())
    finally:
        block.close()
        block.unlink()
