# /// script
# requires-python = ">=3.11"
# ///
import contextvars
import threading
from collections.abc import Callable

user = contextvars.ContextVar("user", default="nobody")
user.set("Ada")


def show(what: str) -> None:
    print(f"{what}: {user.get()}")


def run(target: Callable[..., object], *args: object) -> None:
    thread = threading.Thread(target=target, args=args)
    thread.start()
    thread.join()


run(show, "New thread")
run(contextvars.copy_context().run, show, "With a copy of the context")
