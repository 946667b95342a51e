# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with a strong parent"
# replace = { "weakref.ref(parent)" = "lambda: parent" }
# ///
import gc
import weakref


class Folder:
    def __init__(self, name: str, parent: "Folder | None" = None):
        self.name = name
        self.children: list[Folder] = []
        self.parent = None
        if parent is not None:
            self.parent = weakref.ref(parent)
            parent.children.append(self)

    def path(self) -> str:
        above = self.parent() if self.parent else None
        return f"{above.path() if above else ''}/{self.name}"


gc.disable()
gc.collect()
root = Folder("home")
photos = Folder("photos", root)
print(Folder("2026", photos).path())

everything = weakref.WeakSet([root, photos, *photos.children])
del root, photos
print("folders left:", len(everything))
print("garbage for the collector:", gc.collect() > 0)
