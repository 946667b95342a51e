# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with fork"
# replace = { "forkserver" = "fork", "timeout=5" = "timeout=0.5" }
# ///
from multiprocessing import get_context
from multiprocessing.connection import Connection


def answer(connection: Connection) -> None:
    try:
        while True:
            connection.send(connection.recv().upper())
    except EOFError:
        print("Child: the other end was closed")


if __name__ == "__main__":
    context = get_context("forkserver")
    ours, theirs = context.Pipe()
    child = context.Process(target=answer, args=(theirs,))
    child.start()
    theirs.close()  # only the child needs this end
    for word in ["hello", "goodbye"]:
        ours.send(word)
        print(f"Parent: {ours.recv()}")
    ours.close()
    child.join(timeout=5)
    print(f"Parent: the child has ended: {not child.is_alive()}")
    child.kill()
