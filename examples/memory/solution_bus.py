# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with ref"
# replace = { "weakref.WeakMethod(call)" = "weakref.ref(call)" }
# ///
import weakref
from collections.abc import Callable


class Bus:
    def __init__(self) -> None:
        self.calls: list[weakref.ref[Callable[[str], None]]] = []

    def subscribe(self, call: Callable[[str], None]) -> None:
        self.calls.append(weakref.WeakMethod(call))

    def send(self, message: str) -> None:
        for reference in self.calls.copy():
            call = reference()
            if call is None:
                self.calls.remove(reference)
            else:
                call(message)


class Window:
    def show(self, message: str) -> None:
        print("window:", message)


bus = Bus()
window = Window()
bus.subscribe(window.show)
bus.send("ready")
del window
bus.send("closed")
print("listeners:", len(bus.calls))
