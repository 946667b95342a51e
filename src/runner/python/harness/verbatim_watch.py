"""Watches a run: which thread, task or process waits where, what it prints, and who ends a wait.

Only watched runs import this. The objects of the sample stay what they are: calls are seen by the profile
function of each thread. `verbatim_events.py` lists what is reported.
"""

import _signal
import atexit
import faulthandler
import os
import re
import sys
import threading
from _thread import get_ident

from verbatim_objects import attribute, locals_of
from verbatim_streams import Streams
from verbatim_tasks import COROUTINE, Tasks, is_yield
from verbatim_withs import TOOL, WithStatements

# What may block, by the name of the function. Where another object has such a name, nothing is lost: what
# does not take long is not shown.
BLOCKING = {
    "acquire", "__enter__", "sleep", "join", "get", "poll", "select", "control", "recv", "recv_into",
    "recvfrom", "accept", "connect", "sendall", "waitpid", "wait4", "waitid", "read", "readline", "readinto",
    "flock", "sigwait", "pause",
}  # fmt: skip
RELEASING = {"release", "__exit__", "_release_save", "put"}
OWN_FILES = {each.__file__ for name, each in sys.modules.items() if name.startswith("verbatim_")}


class Watch(Tasks, WithStatements, Streams):
    def begin_copy(self):
        self.begin_process("process", f"process {os.getpid()}", sys._getframe(1))

    # The profile function, once for each call and return of each thread

    def profile(self, frame, event, arg):
        if frame.f_code.co_filename in OWN_FILES:
            return
        try:
            self.see(frame, event, arg)
        except RecursionError:
            pass  # The sample is so deep that this does not fit: it meets the error itself.

    def see(self, frame, event, arg):
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
            self.leave_unknown(watched)
            if code.co_name == "<module>" and self.is_own(code):
                self.emit("begin", watched.lane, self.now())
                if (3, 12) <= sys.version_info < (3, 14):
                    self.watch_with_statements(code)
            if code.co_flags & COROUTINE:
                if watched.step is None:
                    self.begin_step(watched, frame)
            elif code.co_name == "run_forever" and watched.loop is None:
                self.open_wait(watched, self.now(), frame, None, None)
                watched.wait, watched.loop = None, frame
            elif code.co_name == "_bootstrap" and code.co_filename.endswith("process.py"):
                self.emit("name", watched.lane, attribute(locals_of(frame)["self"], "_name"))
        elif event == "return":
            if watched.task is not None:
                self.locks(watched, frame, arg)
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


IMPORT = re.compile(r"^(?:import|from)\s+([\w.]+)", re.MULTILINE)


def import_first(entry):
    """Imports what the sample does, if it is of the standard library: watched, imports take long."""
    import importlib
    import opcode  # noqa: F401

    try:
        with open(entry, encoding="utf-8") as file:
            names = IMPORT.findall(file.read())
    except OSError:
        return  # The sample has removed itself, and starts another process.
    for name in names:
        if name.partition(".")[0] in sys.stdlib_module_names - {"this", "antigravity", "__future__"}:
            try:
                importlib.import_module(name)
            except ImportError:
                pass  # The sample meets the error itself.


def pass_on(fd, path):
    """What other processes of the run reported."""
    try:
        with open(path, "rb") as file:
            while part := file.read(50_000):
                os.write(fd, part)
        os.remove(path)
    except OSError:
        pass  # None reported, or the sample has closed the descriptor.


def pass_on_when_time_is_up(fd, path):
    """A run that hangs has no end: the signal for the stacks comes before it is killed."""
    faulthandler.unregister(_signal.SIGUSR2)
    _signal.signal(_signal.SIGUSR2, lambda *_: pass_on(fd, path))
    faulthandler.register(_signal.SIGUSR2, file=fd, all_threads=True, chain=True)


def end(watch, main):
    """Reports the end. A sample with a profile function of its own was not watched to its end."""
    if sys.getprofile() == watch.profile:
        watch.emit("end", main.lane, watch.now())


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
    os.register_at_fork(after_in_child=watch.begin_copy)
    for stream in ("stdout", "stderr"):
        watch.watch_stream(stream)
    main = watch.threads[get_ident()]
    if not is_child:
        atexit.register(pass_on, fd, path)
        pass_on_when_time_is_up(fd, path)
    atexit.register(end, watch, main)
    threading.setprofile(watch.profile)
    if sys.version_info < (3, 12):
        threading.settrace(watch.trace)
        sys.settrace(watch.trace)
    elif sys.version_info < (3, 14):
        sys.monitoring.use_tool_id(TOOL, "verbatim")
        sys.monitoring.register_callback(TOOL, sys.monitoring.events.INSTRUCTION, watch.instruction)
    sys.setprofile(watch.profile)
