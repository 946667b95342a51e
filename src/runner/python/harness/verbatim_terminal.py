"""Runs a program in a terminal of its own: `python -I -S verbatim_terminal.py columns rows program …`.

The program's stdout and stderr are a pseudo-terminal; what it writes there is passed on to stdout as it is.
Its stdin stays what it was. The terminal controls nothing: the program stays in its process group, which is
ended as a whole, and /dev/tty cannot be opened, where a program would wait for somebody to type.
"""

import fcntl
import os
import select
import signal
import struct
import sys
import termios
import time

# Seconds for which helpers of the program may go on writing when it has ended.
GRACE = 2
# What a program may send to its whole group. Whether that ends it is its own matter.
SIGNALS = "SIGHUP SIGINT SIGQUIT SIGUSR1 SIGUSR2 SIGALRM SIGTERM SIGPIPE SIGCHLD"


def run(columns, rows, command):
    """The exit code of the command; that of a signal is negative."""
    master, slave = os.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.set_wakeup_fd(wake)
    for name in SIGNALS.split():
        signal.signal(getattr(signal, name), lambda *_: None)
    program = os.fork()
    if program == 0:
        # The handlers end here, and so do the other descriptors.
        os.dup2(slave, 1)
        os.dup2(slave, 2)
        os.execv(command[0], command)
    os.close(slave)
    return os.waitstatus_to_exitcode(copy(program, master, woken))


def copy(program, master, woken):
    """Copies until the program has ended and nothing holds its terminal; then for `GRACE` at most."""
    sources = [master, woken]
    ended, status, deadline = 0, 0, None
    while not ended or (master in sources and time.monotonic() < deadline):
        wait = deadline and max(0, deadline - time.monotonic())
        ready, _, _ = select.select(sources, [], [], wait)
        if master in ready and not pass_on(master):
            sources.remove(master)
        if woken in ready:
            os.read(woken, 4096)
        if not ended:
            ended, status = os.waitpid(program, os.WNOHANG)
            deadline = time.monotonic() + GRACE if ended else None
    return status


def pass_on(master):
    """Copies what is there; false if nothing holds the terminal any more."""
    try:
        data = os.read(master, 65536)
    except OSError:  # So Linux reports it.
        return False
    left = memoryview(data)
    while left:
        left = left[os.write(1, left) :]
    return data != b""


def end_alike(code):
    if code >= 0:
        os._exit(code)
    try:
        signal.signal(-code, signal.SIG_DFL)
    except OSError:
        pass  # Nobody can handle SIGKILL.
    os.kill(os.getpid(), -code)


end_alike(run(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]))
