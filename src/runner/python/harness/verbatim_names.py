"""What a watched run calls things: objects by their names in the sample, calls by those of Python."""

import sys
from _json import encode_basestring_ascii as encoded
from _thread import LockType, RLock

from verbatim_objects import (
    MAX_NAMES, attributes, bases, class_dict, class_module, class_name, items, locals_of, text_of,
)  # fmt: skip

MAX_TEXT = 500
LOCKS = {LockType, RLock}
MODULE = type(sys)
# `with lock:` acquires the lock.
ENTERING = {"__enter__": "acquire", "__aenter__": "acquire"}


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


def enters_lock(kind, function):
    return function in ENTERING and any("acquire" in class_dict(each) for each in bases(kind))


def qualified(frame):
    """The call of a library: `Queue.get`. A private class goes by that of the object, if it is public."""
    name = frame.f_code.co_qualname.partition(".<locals>")[0]
    if "." in name and not name.startswith("<"):
        owner, _, function = name.rpartition(".")
        kind = type(locals_of(frame).get("self"))
        if owner.startswith("_") and kind is not type(None) and not class_name(kind).startswith("_"):
            owner = class_name(kind)
        return f"{owner}.{ENTERING[function] if enters_lock(kind, function) else function}"
    module = text_of(frame.f_globals.get("__name__"), "").lstrip("_").partition(".")[0]
    return f"{module}.{name}"
