# /// script
# requires-python = ">=3.11"
# ///
import threading


def log(args: threading.ExceptHookArgs) -> None:
    name = args.thread.name if args.thread else "a thread"
    print(f"{name} failed: {args.exc_type.__name__}: {args.exc_value}")


def parse(text: str) -> int:
    return int(text)


threading.excepthook = log

thread = threading.Thread(target=parse, args=("ten",), name="parser")
thread.start()
thread.join()
print("Main: join() raised nothing")
