# /// script
# requires-python = ">=3.11"
# ///
from multiprocessing import Pipe, Process


def answer(connection, other_end):
    other_end.close()  # the parent's; needed for the EOFError
    try:
        while True:
            connection.send(connection.recv().upper())
    except EOFError:
        print("Child: the other end was closed")


if __name__ == "__main__":
    ours, theirs = Pipe()
    child = Process(target=answer, args=(theirs, ours))
    child.start()
    theirs.close()  # only the child needs this end
    for word in ["hello", "goodbye"]:
        ours.send(word)
        print(f"Parent: {ours.recv()}")
    ours.close()
    child.join()
