"""`with lock:` makes no call that the profile function sees before Python 3.14: instructions are watched."""

import sys

from verbatim_names import LOCKS
from verbatim_objects import attribute, locals_of
from verbatim_waits import Waits

# A number of sys.monitoring that debuggers and profilers do not use.
TOOL = 4
# What the instruction after a `with` has in place of an expression.
LEFT = "left"
LOADS = {
    "LOAD_NAME", "LOAD_GLOBAL", "LOAD_FAST", "LOAD_DEREF", "LOAD_FAST_CHECK", "LOAD_FAST_LOAD_FAST",
}  # fmt: skip


class WithStatements(Waits):
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
        # The profile function sees the module only after this one.
        if frame.f_code.co_name == "<module>" and self.is_own(frame.f_code):
            self.watch_with_statements(frame.f_code)
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
        if path == LEFT:
            return
        target = resolve(path, frame)
        if type(target) in LOCKS:
            self.begin_wait(watched, frame, type(target).__enter__, target)
        elif target is None:
            self.begin_unknown(watched, frame)


def with_statements(code):
    """Where an instruction enters a context manager → how the sample names the manager: see `resolve`.

    By offset. An instruction after such a one has `LEFT`.
    """
    import dis

    found, stack, is_after = {}, [], False
    for each in dis.get_instructions(code):
        name, value = each.opname, each.argval
        if each.is_jump_target:
            stack = []
        if is_after:
            found.setdefault(each.offset, LEFT)
        is_after = name == "BEFORE_WITH"
        if is_after:
            found[each.offset] = stack.pop() if stack else None
        elif name in LOADS:
            stack += [("name", each) for each in (value if type(value) is tuple else (value,))]
        elif name == "LOAD_CONST":
            stack.append(("constant", value))
        elif name == "LOAD_ATTR" and stack:
            stack.append(("attribute", stack.pop(), value))
        elif name == "BINARY_SUBSCR" and len(stack) > 1:
            index = stack.pop()
            stack.append(("item", stack.pop(), index))
        elif name not in ("CACHE", "NOP", "EXTENDED_ARG", "PUSH_NULL"):
            stack = []
    return found


def resolve(path, frame):
    """The object of an expression such as `self.locks[0]`. No code of the sample runs for it."""
    if path is None:
        return None
    kind, first, *others = path
    if kind == "name":
        return locals_of(frame).get(first, frame.f_globals.get(first))
    if kind == "constant":
        return first
    value = resolve(first, frame)
    if kind == "attribute":
        return attribute(value, others[0])
    index = resolve(others[0], frame)
    if type(value) in (list, tuple) and type(index) is int and -len(value) <= index < len(value):
        return value[index]
    return value.get(index) if type(value) is dict and type(index) in (int, str) else None
