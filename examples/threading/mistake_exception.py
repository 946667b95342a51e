# /// script
# requires-python = ">=3.11"
# ///
import threading


def log(args):
    name = args.thread.name
    print(f"{name} failed: {args.exc_type.__name__}: {args.exc_value}")


def parse(text):
    return int(text)


threading.excepthook = log

thread = threading.Thread(target=parse, args=("ten",), name="parser")
thread.start()
thread.join()
print("Main: join() raised nothing")
