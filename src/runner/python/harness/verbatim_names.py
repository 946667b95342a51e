"""What a watched run calls things: objects by their names in the sample, calls by those of Python.

Nothing here changes an object of the sample, or runs code of it.
"""

import sys
from _json import encode_basestring_ascii as encoded
from _thread import LockType, RLock

# Objects that are looked through for the name of a lock.
MAX_NAMES = 200
MAX_TEXT = 500
LOCKS = {LockType, RLock}


def name_in(frame, wanted):
    """How the sample calls an object: `lock`, `account.lock`, `forks[0]`."""
    own, shared = frame.f_locals, frame.f_globals
    for names in (shared, own):
        for name, value in list(names.items())[:MAX_NAMES]:
            if value is wanted and not name.startswith("__"):
                return name
    for names in (shared, own):
        for name, value in list(names.items())[:MAX_NAMES]:
            if type(value) in (list, tuple):
                for index, each in enumerate(value[:MAX_NAMES]):
                    if each is wanted:
                        return f"{name}[{index}]"
            elif type(value) is dict:
                for key, each in list(value.items())[:MAX_NAMES]:
                    if each is wanted:
                        return f"{name}[{key!r}]" if type(key) in (str, int) else name
            elif not isinstance(value, type) and type(value).__module__ == "__main__":
                for key, each in list(getattr(value, "__dict__", {}).items())[:MAX_NAMES]:
                    if each is wanted:
                        return f"{name}.{key}"
    return None


def as_json(value):
    """Written here, because functions of `json` would be watched too."""
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else encoded(str(value)[:MAX_TEXT])


def is_taken(lock):
    if hasattr(lock, "locked"):
        return lock.locked()
    return "locked" in repr(lock) and "unlocked" not in repr(lock)


def call_name(function, target):
    if function is None:
        return "asyncio.run"
    name = function.__name__
    if type(target) in LOCKS:
        return f"{'Lock' if type(target) is LockType else 'RLock'}.{name.replace('__enter__', 'acquire')}"
    if isinstance(target, type(sys)):
        return f"{target.__name__.lstrip('_').replace('posix', 'os')}.{name}"
    return f"{type(target).__name__.lstrip('_')}.{name}"


def qualified(frame):
    name = frame.f_code.co_qualname.partition(".<locals>")[0]
    if "." in name and not name.startswith("<"):
        return name
    return f"{frame.f_globals.get('__name__', '').lstrip('_').partition('.')[0]}.{name}"
