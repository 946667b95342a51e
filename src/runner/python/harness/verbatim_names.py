"""What a watched run calls things: objects by their names in the sample, calls by those of Python.

Nothing here changes an object of the sample, or runs code of it.
"""

import re
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


def current_task():
    asyncio = sys.modules.get("asyncio")
    try:
        return asyncio and asyncio.current_task()
    except (RuntimeError, AttributeError):
        return None


def awaiting(awaited):
    return "asyncio.gather" if type(awaited).__name__ == "_GatheringFuture" else "await"


def task_name(task):
    name, coroutine = task.get_name(), task.get_coro()
    made = getattr(coroutine, "__name__", None)
    return f"{name} ({made})" if made and name.startswith("Task-") else name


def with_statements(code):
    """Offsets of the instructions that enter a context manager → how the sample names the manager; and those
    of the instructions after them → nothing."""
    import dis

    found, path, is_after = {}, (), False
    for each in dis.get_instructions(code):
        name, value = each.opname, each.argval
        if is_after:
            found.setdefault(each.offset, ())
        is_after = name == "BEFORE_WITH"
        if is_after:
            found[each.offset] = path
        elif name in ("LOAD_NAME", "LOAD_GLOBAL", "LOAD_FAST", "LOAD_DEREF", "LOAD_FAST_CHECK"):
            path = (value,)
        elif name == "LOAD_ATTR" and path:
            path = (*path, value)
        elif name not in ("CACHE", "NOP", "EXTENDED_ARG", "PUSH_NULL"):
            path = ()
    return found


def resolve(path, frame):
    """The object of a name such as `self.lock`. No code of the sample runs for it."""
    if not path:
        return None
    first, *others = path
    value = frame.f_locals.get(first, frame.f_globals.get(first))
    for name in others:
        value = getattr(value, "__dict__", {}).get(name)
    return value


_yielding = []


def is_yield(frame):
    """Whether a coroutine gives up control, and does not end. CPython 3.13 is one instruction further."""
    if not _yielding:
        import opcode

        _yielding.extend(opcode.opmap[name] for name in ("YIELD_VALUE", "RESUME"))
    return frame.f_code.co_code[frame.f_lasti] in _yielding


IMPORT = re.compile(r"^(?:import|from)\s+([\w.]+)", re.MULTILINE)


def import_first(entry):
    """Imports what the sample does, if it is of the standard library: it would take long while it is watched."""
    import importlib
    import opcode  # noqa: F401

    with open(entry, encoding="utf-8") as file:
        names = IMPORT.findall(file.read())
    for name in names:
        if name.partition(".")[0] in sys.stdlib_module_names - {"this", "antigravity", "__future__"}:
            try:
                importlib.import_module(name)
            except ImportError:
                pass  # The sample meets the error itself.
