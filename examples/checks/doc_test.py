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


print(doctest.testmod())
