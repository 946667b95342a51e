"""Watches a run: which thread, task or process waits where, what it prints, and who ends a wait.

Only watched runs import this. The objects of the sample stay what they are: calls are seen by the profile
function of each thread. Each event is one line of JSON on the descriptor of the runner:

    ["start", lane, time, kind, name]    ["name", lane, name]    ["end", lane, time]    ["begin", lane, time]
    ["wait", lane, time, line, call, on, holder, timed]    ["go", lane, time, releaser, time of the release]
    ["out" or "err", lane, time, line, text]    ["turn", lane, time]

A lane is "process.number"; a time is in nanoseconds of the monotonic clock, which all processes share.
"""

import atexit
import io
import os
import sys
import threading
import time
from _thread import RLock, get_ident

from verbatim_names import (
    LOCKS,
    MAX_TEXT,
    as_json,
    awaiting,
    call_name,
    current_task,
    import_first,
    is_taken,
    is_yield,
    name_in,
    qualified,
    resolve,
    task_name,
    with_statements,
)

# What may block, by the name of the function. Where another object has such a name, nothing is lost: what
# does not take long is not shown.
BLOCKING = {
    "acquire", "__enter__", "sleep", "join", "get", "poll", "select", "control", "recv", "recv_into",
    "recvfrom", "accept", "connect", "sendall", "waitpid", "wait4", "waitid", "read", "readline", "readinto",
    "flock", "sigwait", "pause",
}  # fmt: skip
RELEASING = {"release", "__exit__", "_release_save", "put"}
# A wait shorter than this, in nanoseconds, is no event, if it was not foreseen.
SHORT = 1_000_000
COROUTINE = 0x80 | 0x200
# A number of sys.monitoring that debuggers and profilers do not use.
TOOL = 4
TIMED = {"time.sleep", "asyncio.sleep", "asyncio.wait_for", "asyncio.timeout"}

OWN_FILES = {__file__, as_json.__code__.co_filename}
WORK = os.getcwd() + os.sep


class Watched:
    """What is known of one thread."""

    __slots__ = ("lane", "wait", "silent", "loop", "step", "task", "library", "place")

    def __init__(self, lane):
        self.lane = lane
        self.wait = None
        # A wait that becomes an event only if it is long: what it waits for seems to be free.
        self.silent = None
        # The frame of the event loop that this thread runs, and that of the coroutine of the task's step.
        self.loop = None
        self.step = None
        self.task = None
        self.library = None
        self.place = None


class Watch:
    def __init__(self, fd, entry, turns, most):
        self.fd = fd
        self.most = most
        self.entry = WORK + entry
        self.turns = turns
        self.now = time.monotonic_ns
        self.threads = {}
        self.tasks = {}
        self.holders = {}
        self.releases = {}
        self.own = {}
        self.withs = {}
        self.count = 0
        self.events = 0
        self.last = None
        self.lock = RLock()

    # Events

    def emit(self, *event):
        self.events += 1
        if self.events <= self.most:
            os.write(self.fd, f"[{','.join([as_json(each) for each in event])}]\n".encode())

    def new_lane(self, kind, name):
        self.count += 1
        lane = f"{os.getpid()}.{self.count}"
        self.emit("start", lane, self.now(), kind, name)
        return lane

    def thread(self):
        """Nothing for a thread that is ending: it is no longer one of the sample's."""
        ident = get_ident()
        watched = self.threads.get(ident)
        if watched is None:
            known = threading._active.get(ident)
            if known is not None:
                watched = self.threads[ident] = Watched(self.new_lane("thread", known.name))
        return watched

    def begin_process(self, kind, name):
        """A new process, or a copy of one: only the calling thread is in it."""
        self.threads.clear()
        self.tasks.clear()
        self.holders.clear()
        self.releases.clear()
        self.lock = RLock()
        self.threads[get_ident()] = Watched(self.new_lane(kind, name))

    def lane_of(self, watched):
        return watched.lane if watched.task is None else watched.task

    # Where something happens

    def is_own(self, code):
        own = self.own.get(code)
        if own is None:
            own = self.own[code] = code.co_filename == self.entry
        return own

    def own_frame(self, frame):
        """The innermost frame of the file that runs, and the first one that it calls of another file."""
        below = None
        while frame is not None and not self.is_own(frame.f_code):
            below, frame = frame, frame.f_back
        return frame, below

    def describe(self, frame, function, target):
        """A wait → line of the sample, what it calls there, the name of what it waits for, and if it is timed."""
        own, below = self.own_frame(frame)
        call = call_name(function, target)
        timed = call in TIMED
        if below is not None:
            call = qualified(below)
            target = below.f_locals.get("self", target)
            while frame is not own:
                timeout = frame.f_locals.get("timeout")
                timed = timed or (isinstance(timeout, (int, float)) and timeout >= 0)
                frame = frame.f_back
        if own is None:
            return None, call, None, timed
        if isinstance(target, threading.Thread) or type(target).__module__.startswith("multiprocessing."):
            return own.f_lineno, call, getattr(target, "name", None), timed
        named = None if target is None or isinstance(target, type(sys)) else name_in(own, target)
        return own.f_lineno, call, named, timed

    # Waits of threads

    def begin_wait(self, watched, frame, function, target):
        if watched.wait is not None or watched.silent is not None:
            return
        if watched.loop is not None and watched.step is None:
            return
        is_lock = type(target) in LOCKS
        if is_lock and not is_taken(target):
            watched.silent = (self.now(), frame, function, target)
            return
        self.open_wait(watched, self.now(), frame, function, target)

    def open_wait(self, watched, at, frame, function, target):
        line, call, named, timed = self.describe(frame, function, target)
        holder = self.holders.get(id(target), (None, None))[1]
        watched.wait = (at, frame, function, target)
        self.emit("wait", self.lane_of(watched), at, line, call, named, holder, timed)

    def end_wait(self, watched, frame):
        wait = watched.wait or watched.silent
        if wait is None or wait[1] is not frame:
            return
        at, _, function, target = wait
        now = self.now()
        if watched.wait is None:
            watched.silent = None
            if now - at >= SHORT:
                self.open_wait(watched, *wait)
        releaser = released = None
        if target is not None:
            releaser, released = self.releases.get(id(target), (None, None, None))[1:]
            if releaser == self.lane_of(watched) or (released or 0) < at:
                releaser = released = None
            if type(target) in LOCKS and is_taken(target) and id(target) not in self.holders:
                self.holders[id(target)] = (target, self.lane_of(watched))
        if watched.wait is not None:
            watched.wait = None
            self.emit("go", self.lane_of(watched), now, releaser, released)

    def release(self, watched, target):
        lane = self.lane_of(watched)
        self.releases[id(target)] = (target, lane, self.now())
        if type(target) in LOCKS:
            self.holders.pop(id(target), None)

    # Steps of tasks

    def begin_step(self, watched, frame):
        task = current_task()
        if task is None:
            return
        lane = self.tasks.get(task)
        if lane is None:
            lane = self.tasks[task] = self.new_lane("task", task_name(task))
        else:
            self.emit("go", lane, self.now(), None, None)
        watched.task, watched.step, watched.library, watched.place = lane, frame, None, None

    def suspend(self, watched, frame, awaited):
        """A coroutine gives up control: the innermost of the sample is where its task waits."""
        if self.is_own(frame.f_code):
            watched.place = watched.place or (frame.f_lineno, watched.library or awaiting(awaited))
        elif watched.place is None:
            watched.library = qualified(frame)

    def end_step(self, watched, yielded, awaited):
        lane, now = watched.task, self.now()
        watched.step = watched.task = None
        if yielded:
            line, call = watched.place or (None, watched.library or awaiting(awaited))
            named = task_name(awaited) if hasattr(awaited, "get_coro") else None
            self.emit("wait", lane, now, line, call, named, None, call in TIMED)
        else:
            self.emit("end", lane, now)

    # The profile function, once for each call and return of each thread

    def profile(self, frame, event, arg):
        if frame.f_code.co_filename in OWN_FILES:
            return
        watched = self.thread()
        if watched is None:
            return
        if self.turns and self.last is not watched:
            self.last = watched
            self.emit("turn", watched.lane, self.now())
        if event == "c_call":
            name = arg.__name__
            if name in BLOCKING:
                self.begin_wait(watched, frame, arg, getattr(arg, "__self__", None))
            elif name in RELEASING:
                self.release(watched, getattr(arg, "__self__", None))
            elif name == "_exit" and arg.__self__ is not None:
                self.emit("end", watched.lane, self.now())
        elif event == "call":
            code = frame.f_code
            if code.co_name == "<module>" and self.is_own(code):
                self.emit("begin", watched.lane, self.now())
                if sys.version_info < (3, 14):
                    self.watch_with_statements(code)
            if code.co_flags & COROUTINE:
                if watched.step is None:
                    self.begin_step(watched, frame)
            elif code.co_name == "run_forever" and watched.loop is None:
                self.open_wait(watched, self.now(), frame, None, None)
                watched.wait, watched.loop = None, frame
            elif code.co_name == "_bootstrap" and code.co_filename.endswith("process.py"):
                self.emit("name", watched.lane, frame.f_locals["self"].name)
        elif event == "return":
            if watched.step is not None and frame.f_code.co_flags & COROUTINE:
                yielded = is_yield(frame)
                if yielded:
                    self.suspend(watched, frame, arg)
                if frame is watched.step:
                    self.end_step(watched, yielded, arg)
            elif frame is watched.loop:
                watched.loop = None
                self.emit("go", watched.lane, self.now(), None, None)
            elif frame.f_code.co_name == "_bootstrap" and frame.f_back is None:
                self.threads.pop(get_ident(), None)
                self.emit("end", watched.lane, self.now())
        elif watched.wait is not None or watched.silent is not None:
            self.end_wait(watched, frame)

    # `with lock:` makes no call that the profile function sees before Python 3.14

    def watch_with_statements(self, code):
        """Asks for the instructions around each `with` of a code object, and of those inside it."""
        places = self.withs[code] = with_statements(code)
        if places and sys.version_info >= (3, 12):
            sys.monitoring.set_local_events(TOOL, code, sys.monitoring.events.INSTRUCTION)
        for each in code.co_consts:
            if isinstance(each, type(code)):
                self.watch_with_statements(each)

    def instruction(self, code, offset):
        if offset not in self.withs[code]:
            return sys.monitoring.DISABLE
        self.at_with(sys._getframe(1), offset)

    def trace(self, frame, event, arg):
        if not self.withs.get(frame.f_code):
            return None
        frame.f_trace_lines, frame.f_trace_opcodes = False, True
        return self.trace_opcodes

    def trace_opcodes(self, frame, event, arg):
        if event == "opcode" and frame.f_lasti in self.withs[frame.f_code]:
            self.at_with(frame, frame.f_lasti)
        return self.trace_opcodes

    def at_with(self, frame, offset):
        """Before `with lock:` enters the lock, and after it has done so."""
        watched, path = self.thread(), self.withs[frame.f_code][offset]
        if watched is None:
            return
        if watched.wait is not None or watched.silent is not None:
            self.end_wait(watched, frame)
        target = resolve(path, frame)
        if type(target) in LOCKS:
            self.begin_wait(watched, frame, type(target).__enter__, target)

    # Output

    def watch_stream(self, name):
        watch, kind = self, {"stdout": "out", "stderr": "err"}[name]

        class TextIOWrapper(io.TextIOWrapper):
            def write(self, text):
                with watch.lock:
                    count = super().write(text)
                    watch.wrote(kind, text, sys._getframe(1))
                return count

            def flush(self):
                with watch.lock:
                    super().flush()

        before = getattr(sys, name)
        stream = TextIOWrapper(before.detach(), "utf-8", before.errors, "\n", line_buffering=True)
        stream.mode = "w"
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)

    def wrote(self, kind, text, frame):
        own, _ = self.own_frame(frame)
        watched = self.thread()
        lane = None if watched is None else self.lane_of(watched)
        for start in range(0, len(text), MAX_TEXT):
            self.emit(kind, lane, self.now(), own and own.f_lineno, text[start : start + MAX_TEXT])


def pass_on(fd, path):
    """What other processes of the run reported."""
    try:
        with open(path, "rb") as file:
            while part := file.read(50_000):
                os.write(fd, part)
        os.remove(path)
    except FileNotFoundError:
        pass


def begin(fd, settings, is_child, path):
    """Watches this process from now on.

    `settings`: how many events at most, whether turns, the file that runs. `path`: see `pass_on`.
    """
    most, turns, entry = settings.split(" ", 2)
    watch = Watch(fd, entry, turns == "1", int(most))
    origin = " ".join(getattr(sys, "orig_argv", ()))
    if "resource_tracker" in origin:
        return
    import_first(entry)
    name = "fork server" if "multiprocessing.forkserver" in origin else f"process {os.getpid()}"
    watch.begin_process("process" if is_child else "thread", name if is_child else "MainThread")
    os.register_at_fork(after_in_child=lambda: watch.begin_process("process", f"process {os.getpid()}"))
    for stream in ("stdout", "stderr"):
        watch.watch_stream(stream)
    main = watch.threads[get_ident()]
    if not is_child:
        atexit.register(pass_on, fd, path)
    atexit.register(lambda: watch.emit("end", main.lane, watch.now()))
    threading.setprofile(watch.profile)
    if sys.version_info < (3, 12):
        threading.settrace(watch.trace)
        sys.settrace(watch.trace)
    elif sys.version_info < (3, 14):
        sys.monitoring.use_tool_id(TOOL, "verbatim")
        sys.monitoring.register_callback(TOOL, sys.monitoring.events.INSTRUCTION, watch.instruction)
    sys.setprofile(watch.profile)
