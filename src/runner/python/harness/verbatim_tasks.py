"""Steps of the asyncio tasks of a watched run, and where a task gives up control."""

import sys
from _weakref import ref
from types import CoroutineType

from verbatim_names import name_in, qualified
from verbatim_objects import class_name, locals_of, text_of
from verbatim_waits import TIMED, Waits

COROUTINE = 0x80 | 0x200


class Tasks(Waits):
    def begin_step(self, watched, frame):
        task = current_task()
        if task is None:
            return
        lane, of = self.tasks.get(id(task), (None, None))
        if lane is None or of() is not task:
            lane = self.new_lane("task", task_name(task))
            # Python ends a task that nobody keeps.
            self.tasks[id(task)] = (lane, ref(task))
        else:
            self.emit("go", lane, self.now(), None, None)
        watched.task, watched.step = lane, frame
        watched.library = watched.target = watched.place = None

    def suspend(self, watched, frame, awaited):
        """A coroutine gives up control: the innermost of the sample is where its task waits."""
        if self.is_own(frame.f_code):
            if watched.place is None:
                call = watched.library or awaiting(awaited)
                named = name_in(frame, watched.target) if is_lock(watched.target) else None
                watched.place = (frame.f_lineno, call, named)
        elif watched.place is None:
            watched.library, watched.target = qualified(frame), locals_of(frame).get("self")

    def locks(self, watched, frame, result):
        """A call of `asyncio.Lock` that ends: the task of this step has the lock, or releases it."""
        name = frame.f_code.co_name
        if name in ("acquire", "release") and frame.f_code.co_filename.endswith("asyncio/locks.py"):
            lock = locals_of(frame).get("self")
            if is_lock(lock) and name == "release":
                self.holders.pop(id(lock), None)
            elif is_lock(lock) and result is True:
                self.holders[id(lock)] = (lock, watched.task)

    def end_step(self, watched, yielded, awaited):
        lane, now = watched.task, self.now()
        watched.step = watched.task = None
        if yielded:
            line, call, named = watched.place or (None, watched.library or awaiting(awaited), None)
            named = task_name(awaited) if is_task(awaited) else named
            waits_for_lock = is_lock(watched.target) and call.endswith(".acquire")
            holder = self.holders.get(id(watched.target), (None, None))[1] if waits_for_lock else None
            self.emit("wait", lane, now, line, call, named, holder, call in TIMED)
        else:
            self.emit("end", lane, now)


def current_task():
    asyncio = sys.modules.get("asyncio")
    try:
        return asyncio and asyncio.current_task()
    except (RuntimeError, AttributeError):
        return None


def awaiting(awaited):
    return "asyncio.gather" if class_name(type(awaited)) == "_GatheringFuture" else "await"


def is_task(awaited):
    asyncio = sys.modules.get("asyncio")
    return asyncio is not None and issubclass(type(awaited), asyncio.Task)


def is_lock(value):
    asyncio = sys.modules.get("asyncio")
    return asyncio is not None and issubclass(type(value), asyncio.Lock)


def task_name(task):
    name, coroutine = text_of(task.get_name(), "?"), task.get_coro()
    made = coroutine.__name__ if type(coroutine) is CoroutineType else None
    return f"{name} ({made})" if made and name.startswith("Task-") else name


_yielding = []


def is_yield(frame):
    """Whether a coroutine gives up control, and does not end. CPython 3.13 is one instruction further."""
    if not _yielding:
        import opcode

        _yielding.extend(opcode.opmap[name] for name in ("YIELD_VALUE", "RESUME"))
    return frame.f_code.co_code[frame.f_lasti] in _yielding
