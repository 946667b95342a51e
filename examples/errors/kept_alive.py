# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "keeping the traceback"
# replace = { "error.with_traceback(None)" = "error" }
# ///
import gc
import weakref

gc.disable()  # only reference counts free anything here


class Image:
    """Stands for something large."""


failures: list[Exception] = []


def load(name: str) -> None:
    image = Image()
    weakref.finalize(image, print, f"{name} is freed")
    raise ValueError(name)


for name in ["a.png", "b.png"]:
    try:
        load(name)
    except ValueError as error:
        failures.append(error.with_traceback(None))
print(f"{len(failures)} failures")
failures.clear()
print("forgotten")
