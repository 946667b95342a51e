"""What a watched run calls things: objects by their names in the sample, calls by those of Python."""

import sys
from _json import encode_basestring_ascii as encoded
from _thread import LockType, RLock

from verbatim_objects import MAX_NAMES, attributes, class_module, class_name, items, locals_of, text_of

MAX_TEXT = 500
LOCKS = {LockType, RLock}
MODULE = type(sys)


def name_in(frame, wanted):
    """How the sample calls an object: `lock`, `account.lock`, `forks[0]`."""
    spaces = [frame.f_globals, locals_of(frame)]
    for space in spaces:
        for name, value in items(space):
            if value is wanted and type(name) is str and not name.startswith("__"):
                return name
    for space in spaces:
        for name, value in items(space):
            part = part_of(value, wanted)
            if part is not None and type(name) is str:
                return name + part
    return None


def part_of(value, wanted):
    """How the sample gets from one object to another: `[0]`, `["a"]`, `.lock`."""
    kind = type(value)
    if kind is list or kind is tuple:
        return next((f"[{index}]" for index, each in enumerate(value[:MAX_NAMES]) if each is wanted), None)
    if kind is dict:
        found = [key for key, each in items(value) if each is wanted]
        return None if not found else f"[{found[0]!r}]" if type(found[0]) in (str, int) else ""
    if not issubclass(kind, type) and class_module(kind) == "__main__":
        found = [key for key, each in items(attributes(value)) if each is wanted and type(key) is str]
        return f".{found[0]}" if found else None
    return None


def as_json(value):
    """Written here, because functions of `json` would be watched too."""
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    return str(value) if type(value) is int else encoded(text_of(value, "?")[:MAX_TEXT])


def is_taken(lock):
    if hasattr(lock, "locked"):
        return lock.locked()
    return "locked" in repr(lock) and "unlocked" not in repr(lock)


def call_name(function, target):
    if function is None:
        return "asyncio.run"
    name, kind = function.__name__, type(target)
    if kind in LOCKS:
        return f"{'Lock' if kind is LockType else 'RLock'}.{name.replace('__enter__', 'acquire')}"
    if kind is MODULE:
        return f"{text_of(target.__name__, '').lstrip('_').replace('posix', 'os')}.{name}"
    return f"{class_name(kind).lstrip('_')}.{name}"


def qualified(frame):
    name = frame.f_code.co_qualname.partition(".<locals>")[0]
    if "." in name and not name.startswith("<"):
        return name
    module = text_of(frame.f_globals.get("__name__"), "").lstrip("_").partition(".")[0]
    return f"{module}.{name}"
