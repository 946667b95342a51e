# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
import sqlite3
from collections.abc import Callable

name = "Ada"
template = t"Hello {name}"


def attempt(what: str, call: Callable[[], object]) -> None:
    try:
        print(what, "->", call())
    except TypeError as error:
        print(what, "->", error)


attempt("str", lambda: str(template)[:26])
attempt("t + str", lambda: template + "!")
attempt("str + t", lambda: "> " + template)
attempt("t + t", lambda: (template + t"!").strings)
attempt("join", lambda: " ".join([template]))
attempt("==", lambda: template == t"Hello {name}")
db = sqlite3.connect(":memory:")
attempt("execute", lambda: db.execute(template))
db.close()
