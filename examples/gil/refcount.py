# /// script
# requires-python = ">=3.11"
# ///
import sys
import weakref


class Page:
    pass


page = Page()
weakref.finalize(page, print, "The page is gone")

before = sys.getrefcount(page)
same_page = page
shelf = [page, page, page]
print(f"References added: {sys.getrefcount(page) - before}")

shelf.clear()
print(f"After clear: {sys.getrefcount(page) - before}")
del same_page
print(f"After del: {sys.getrefcount(page) - before}")

page = None  # the last reference
print("End of the program")
