# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the guard"
# remove = 'if __name__ == "__main__":'
# stderr = true
# recorded = false
# ///
import multiprocessing

print(f"This file runs as {__name__}")


def work() -> None:
    print("The child works")


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    child = context.Process(target=work)
    child.start()
    child.join()
    print(f"Exit code of the child: {child.exitcode}")
