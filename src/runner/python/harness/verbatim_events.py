"""Events of a watched run: lanes, and what is written for the runner.

Each event is one line of JSON on the descriptor of the runner:

    ["start", lane, time, kind, name]    ["name", lane, name]    ["end", lane, time]    ["begin", lane, time]
    ["wait", lane, time, line, call, on, holder, timed]    ["go", lane, time, releaser, time of the release]
    ["held", lane that waits, lane that holds what it waits for, if that was not known before]
    ["out" or "err", lane, time, line, text]    ["turn", lane, time]

A lane is "process.number"; a time is in nanoseconds of the monotonic clock, which all processes share.
"""

import threading
import time
from _thread import RLock, get_ident
from itertools import count
from os import getpid, write

from verbatim_names import as_json
from verbatim_objects import attribute


class Watched:
    """What is known of one thread."""

    __slots__ = ("lane", "wait", "silent", "loop", "step", "task", "library", "target", "place")

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
        self.target = None
        self.place = None


class Events:
    def __init__(self, fd, entry, turns, most):
        self.fd = fd
        self.most = most
        self.entry = entry
        self.turns = turns
        self.now = time.monotonic_ns
        self.threads = {}
        self.tasks = {}
        self.holders = {}
        self.releases = {}
        self.own = {}
        self.withs = {}
        # Not `+= 1`: two threads that begin at the same moment would be one lane.
        self.numbers = count(1)
        self.events = 0
        self.last = None
        self.lock = RLock()
        # In a copy of a process, what the copy itself does is above this frame.
        self.origin = None

    def emit(self, *event):
        self.events += 1
        if self.events <= self.most:
            try:
                write(self.fd, f"[{','.join([as_json(each) for each in event])}]\n".encode())
            except OSError:
                # The sample has closed it. What is reported then lacks its end, and is refused.
                self.most = 0

    def new_lane(self, kind, name):
        lane = f"{getpid()}.{next(self.numbers)}"
        self.emit("start", lane, self.now(), kind, name)
        return lane

    def thread(self):
        """Nothing for a thread that is ending: it is no longer one of the sample's."""
        ident = get_ident()
        watched = self.threads.get(ident)
        if watched is None:
            known = threading._active.get(ident)
            if known is not None:
                watched = self.threads[ident] = Watched(self.new_lane("thread", attribute(known, "_name")))
        return watched

    def begin_process(self, kind, name, origin=None):
        """A new process, or a copy of one: only the calling thread is in it."""
        self.origin = None if origin is None or self.is_own(origin.f_code) else origin
        self.threads.clear()
        self.tasks.clear()
        self.holders.clear()
        self.releases.clear()
        self.lock = RLock()
        self.threads[get_ident()] = Watched(self.new_lane(kind, name))

    def lane_of(self, watched):
        return watched.lane if watched.task is None else watched.task

    def is_own(self, code):
        own = self.own.get(code)
        if own is None:
            own = self.own[code] = code.co_filename == self.entry
        return own

    def own_frame(self, frame):
        """The innermost frame of the file that runs, and the first one that it calls of another file."""
        below = None
        while frame is not None and not self.is_own(frame.f_code):
            if frame is self.origin:
                return None, frame
            below, frame = frame, frame.f_back
        return frame, below
