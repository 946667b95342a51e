# /// script
# requires-python = ">=3.13"
# ///
import doctest


def initials(name: str) -> str:
    """The first letters of a name.

    >>> initials("Ada Lovelace")
    'A.L.'
    >>> initials("")
    ''
    """
    return ".".join(part[0] for part in name.split())


try:
    doctest.testmod(raise_on_error=True)
except doctest.DocTestFailure as failure:
    print("example: ", failure.example.source, end="")
    print("expected:", failure.example.want, end="")
    print("got:     ", failure.got, end="")
