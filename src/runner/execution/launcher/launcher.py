"""Starts programs for the runner, and hands on what they print.

A program is started by making a copy of the process that starts it: of Node, which holds a hundred megabytes, that takes
several times as long as of this one. What a program gets is what Node's own `spawn` gives: a session of its own, sockets as
its standard streams, no other descriptor, no signal blocked or ignored.

Orders come on standard input, news goes to standard output: `protocol.ts` says what they look like. When the runner is gone,
so is all that it had started.
"""

import _signal
import _socket
import errno
import fcntl
import os
import select
import time

CHUNK = 1 << 16
STANDARD = 3  # Descriptors 1 to 3 are outputs, those after it inputs.
STARTED, EXITED, CLOSED, FAILED = 4, 5, 6, 7
RESET = [number for number in range(1, 32) if number not in (_signal.SIGKILL, _signal.SIGSTOP)]

poll = select.poll()
by_pid = {}
by_number = {}
by_descriptor = {}
news = bytearray()


class Program:
    def __init__(self, number):
        self.number = number
        self.pid = None
        self.outputs = {}  # our descriptor: the program's
        self.stdin = None
        self.unwritten = b""


def tell(number, kind, data=b""):
    news.extend(number.to_bytes(4, "little"))
    news.extend(kind.to_bytes(4, "little"))
    news.extend(len(data).to_bytes(4, "little"))
    news.extend(data)


def start(number, folder, stdin, words, environment, inputs):
    program = Program(number)
    theirs = []
    # Above all numbers that the program is to get, so that none of them is in the way.
    least = STANDARD + 1 + len(inputs)

    def lend(descriptor, wanted):
        try:
            theirs.append(fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, least))
        finally:
            os.close(descriptor)
        actions.append((os.POSIX_SPAWN_DUP2, theirs[-1], wanted))

    def stream(wanted):
        ours, other = (end.detach() for end in _socket.socketpair())
        by_descriptor[ours] = program
        os.set_blocking(ours, False)
        lend(other, wanted)
        return ours

    actions = []
    try:
        if stdin is None:
            actions.append((os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0))
        else:
            program.stdin, program.unwritten = stream(0), stdin
        for wanted in range(1, STANDARD + 1):
            program.outputs[stream(wanted)] = wanted
        for wanted, data in enumerate(inputs, STANDARD + 1):
            file = os.memfd_create("input")
            while data:
                data = data[os.write(file, data) :]
            os.lseek(file, 0, os.SEEK_SET)
            lend(file, wanted)
        os.chdir(folder)
        began = time.monotonic()
        program.pid = os.posix_spawn(words[0], words, environment, file_actions=actions, setsid=True, setsigmask=[], setsigdef=RESET)
        program.began = began
    except OSError as error:
        for ours in [each for each, owner in by_descriptor.items() if owner is program]:
            close(ours)
        tell(number, FAILED, b"spawn %s %s" % (words[0], errno.errorcode.get(error.errno, str(error)).encode()))
        return
    finally:
        for descriptor in theirs:
            os.close(descriptor)
    by_pid[program.pid] = by_number[number] = program
    for ours in program.outputs:
        poll.register(ours, select.POLLIN)
    tell(number, STARTED, str(program.pid).encode())
    if program.stdin is not None:
        poll.register(program.stdin, select.POLLOUT)


def close(descriptor):
    program = by_descriptor.pop(descriptor)
    if program.pid is not None:
        poll.unregister(descriptor)
    os.close(descriptor)
    if descriptor == program.stdin:
        program.stdin = None
        return
    program.outputs.pop(descriptor, None)
    if program.pid is not None and not program.outputs:
        finish(program)


def finish(program):
    """Everything that it printed is told; an output may be closed long before the end, or held open after it."""
    if program.pid not in by_pid and by_number.pop(program.number, None) is not None:
        tell(program.number, CLOSED)


def serve(descriptor):
    program = by_descriptor.get(descriptor)
    if program is None:
        return False  # Closed meanwhile, by an order.
    try:
        if descriptor == program.stdin:
            program.unwritten = program.unwritten[os.write(descriptor, program.unwritten[:CHUNK]) :]
            if not program.unwritten:
                close(descriptor)
            return True
        data = os.read(descriptor, CHUNK)
    except BlockingIOError:
        return False
    except OSError:
        data = b""  # It has closed its end.
    if data:
        tell(program.number, program.outputs[descriptor], data)
    else:
        close(descriptor)
    return bool(data)


def release(number):
    """What holds its outputs open is none of it: nothing is read but what it has written."""
    program = by_number.get(number)
    for descriptor in [] if program is None else list(program.outputs):
        for _ in range(64):
            if not serve(descriptor):
                break
        if descriptor in by_descriptor:
            close(descriptor)


def reap():
    while by_pid:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if pid == 0:
            return
        program = by_pid.pop(pid, None)
        if program is not None:
            milliseconds = (time.monotonic() - program.began) * 1000
            tell(program.number, EXITED, f"{os.waitstatus_to_exitcode(status)} {milliseconds}".encode())
            if program.stdin is not None:
                close(program.stdin)
            if not program.outputs:
                finish(program)


def follow_order(head, fields):
    number, words, has_input = head
    if words == 0:
        return release(number)
    texts, stdin, *inputs = fields
    folder, *rest = texts.split(b"\0")
    environment = dict(each.split(b"=", 1) for each in rest[words:])
    start(number, folder, stdin if has_input else None, rest[:words], environment, inputs)


def main():
    wake, ring = os.pipe()
    os.set_blocking(ring, False)
    os.set_blocking(wake, False)
    _signal.set_wakeup_fd(ring, warn_on_full_buffer=False)
    _signal.signal(_signal.SIGCHLD, lambda *_: None)
    poll.register(0, select.POLLIN)
    poll.register(wake, select.POLLIN)
    orders = bytearray()
    while True:
        for descriptor, _ in poll.poll():
            if descriptor == wake:
                os.read(wake, CHUNK)
                reap()
            elif descriptor == 0:
                data = os.read(0, 1 << 20)
                if not data:
                    return
                orders += data
                while (end := orders.find(b"\n")) >= 0:
                    head = [int(word) for word in orders[:end].split()]
                    at, fields = end + 1, []
                    head, lengths = head[:3], head[3:]
                    if len(orders) < at + sum(lengths):
                        break
                    for length in lengths:
                        fields.append(bytes(orders[at : at + length]))
                        at += length
                    del orders[:at]
                    follow_order(head, fields)
            else:
                serve(descriptor)
        written = 0
        while written < len(news):
            written += os.write(1, memoryview(news)[written:])
        news.clear()


try:
    main()
except BrokenPipeError:
    pass  # The runner is gone.
finally:
    for pid in by_pid:
        try:
            os.killpg(pid, _signal.SIGKILL)
        except ProcessLookupError:
            pass
