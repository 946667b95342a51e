"""Where a thread of a watched run waits, for what, and which lane ends its wait."""

import threading

from verbatim_events import Events
from verbatim_names import ENTERING, LOCKS, MODULE, call_name, is_taken, name_in, qualified
from verbatim_objects import attribute, class_module, locals_of

# A wait shorter than this, in nanoseconds, is no event, if it was not foreseen.
SHORT = 1_000_000
# Modules of the objects whose release may end a wait. They are kept, so that none other gets their id.
OF_RELEASES = {"_thread", "_queue", "_multiprocessing"}
# What a thread of a library waits for while no line of the sample runs in it.
IDLE = "work"
# What is called a wait at a `with` whose object is not known.
UNKNOWN_WITH = "with"
TIMED = {"time.sleep", "asyncio.sleep", "asyncio.wait_for", "asyncio.timeout"}


class Waits(Events):
    def describe(self, frame, function, target):
        """A wait → line of the sample, the call there, the name of what it waits for, and if it is timed."""
        own, below = self.own_frame(frame)
        call = call_name(function, target)
        timed = call in TIMED
        if below is not None:
            call = qualified(below)
            target = locals_of(below).get("self", target)
            while frame is not own:
                timeout = locals_of(frame).get("timeout")
                timed = timed or (type(timeout) in (int, float) and timeout >= 0)
                frame = frame.f_back
        if own is None:
            is_idle = below is not None and below.f_code.co_name == "_bootstrap"
            return None, IDLE if is_idle else call, None, timed
        kind = type(target)
        if issubclass(kind, threading.Thread) or class_module(kind).startswith("multiprocessing."):
            return own.f_lineno, call, attribute(target, "_name"), timed
        named = None if target is None or kind is MODULE else name_in(own, target)
        return own.f_lineno, call, named, timed

    def begin_wait(self, watched, frame, function, target):
        if watched.wait is not None or watched.silent is not None:
            return
        if watched.loop is not None and watched.step is None:
            return
        wait = (self.now(), frame, function, target)
        if type(target) in LOCKS:
            # Known before the lock is looked at: a thread that takes it in between finds this one waiting.
            watched.silent = wait
            if not is_taken(target) or watched.silent is None:
                return
            watched.silent = None
        self.open_wait(watched, *wait)

    def open_wait(self, watched, at, frame, function, target):
        line, call, named, timed = self.describe(frame, function, target)
        lane = self.lane_of(watched)
        holder = self.holders.get(id(target), (None, None))[1]
        # A library takes a lock and waits until another releases it: nobody holds such a lock.
        if holder == lane and not self.is_own(frame.f_code) and frame.f_code.co_name not in ENTERING:
            holder = None
        watched.wait = (at, frame, function, target)
        self.emit("wait", lane, at, line, call, named, holder, timed)

    def begin_unknown(self, watched, frame):
        """A `with` of something that has no simple name: what it waits for is not known."""
        if watched.wait is None and watched.silent is None:
            at = self.now()
            watched.wait = (at, frame, UNKNOWN_WITH, None)
            self.emit("wait", self.lane_of(watched), at, frame.f_lineno, UNKNOWN_WITH, None, None, False)

    def leave_unknown(self, watched):
        """It enters a function of Python, which is watched as any other."""
        if watched.wait is not None and watched.wait[2] == UNKNOWN_WITH:
            watched.wait = None
            self.emit("go", self.lane_of(watched), self.now(), None, None)

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
                self.hold(watched, target)
        if watched.wait is not None:
            watched.wait = None
            self.emit("go", self.lane_of(watched), now, releaser, released)

    def hold(self, watched, target):
        """A thread has a lock. Others may wait for it since a moment when that was not known."""
        lane = self.lane_of(watched)
        self.holders[id(target)] = (target, lane)
        for other in list(self.threads.values()):
            if other is watched:
                continue
            silent, wait = other.silent, other.wait
            if silent is not None and silent[3] is target:
                other.silent = None
                self.open_wait(other, *silent)
            elif wait is not None and wait[3] is target:
                self.emit("held", self.lane_of(other), lane)

    def release(self, watched, target):
        if class_module(type(target)) not in OF_RELEASES:
            return
        lane = self.lane_of(watched)
        self.releases[id(target)] = (target, lane, self.now())
        if type(target) in LOCKS:
            self.holders.pop(id(target), None)
