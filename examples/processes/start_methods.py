# /// script
# requires-python = ">=3.11"
# ///
import multiprocessing

greeting = "as in the file"


def report(method: str) -> None:
    print(f"{method}: {greeting}")


if __name__ == "__main__":
    greeting = "as changed by the main program"
    for method in ["fork", "forkserver", "spawn"]:
        context = multiprocessing.get_context(method)
        child = context.Process(target=report, args=(method,))
        child.start()
        child.join()
