"""The Python side of a run. CPython imports this before the sample, which stays a true __main__.

It reads its settings from VERBATIM_* and removes them, so that the sample does not see them. It is imported
at each start, so it imports only what is built in or already imported: a module such as `signal` imports ten
others and takes half as long as the start of the interpreter.
"""


def _prepare():
    import os
    import sys

    report_fd = os.environ.pop("VERBATIM_REPORT_FD", None)
    cores = os.environ.pop("VERBATIM_CORES", None)
    network = os.environ.pop("VERBATIM_NETWORK", "refused")
    interval = os.environ.pop("VERBATIM_SWITCH_INTERVAL", None)
    limits = os.environ.pop("VERBATIM_LIMITS", None)
    watch = os.environ.pop("VERBATIM_WATCH", None)
    watched_by = os.environ.get("VERBATIM_WATCHED_BY")
    # It stays: the processes that a sample starts see its packages too.
    packages = os.environ.get("VERBATIM_PACKAGES")
    os.umask(0o022)
    _streams(sys)
    if limits is not None:
        _limits(*map(int, limits.split()))
    if report_fd is not None:
        # Moved out of the way: the next file that a sample opens gets the number that it would get anywhere.
        fd = os.dup2(int(report_fd), 63, inheritable=False)
        _close_others(os, fd)
        # One place for each run: an environment without a base, and without packages.
        sys.base_prefix, sys.base_exec_prefix = sys.prefix, sys.exec_prefix
        sys.path[:] = [path for path in sys.path if not path.endswith(("/site-packages", "/dist-packages"))]
        _stacks(fd)
    if packages is not None:
        # Behind the standard library: no package takes the place of a module of it.
        sys.path.append(packages)
    if network == "refused":
        _refuse_network(sys)
    if cores is not None:
        os.sched_setaffinity(0, [int(core) for core in cores.split(",")])
    if interval is not None:
        sys.setswitchinterval(float(interval))
    if watch is not None or watched_by is not None:
        _watch(os, watch, watched_by)


def _close_others(os, own):
    """Whatever else is open belongs to those that started this process."""
    try:
        fds = [int(name) for name in os.listdir("/dev/fd")]
    except FileNotFoundError:  # A Linux without /proc.
        fds = range(min(os.sysconf("SC_OPEN_MAX"), 65536))
    for fd in fds:
        if fd > 2 and fd != own:
            try:
                os.close(fd)
            except OSError:
                pass  # The one by which the list was read.


def _streams(sys):
    """Line buffered, as in a terminal, and without translation of line feeds."""
    if sys.version_info < (3, 12, 4):
        _serialize_writes(sys)
    sys.stdout.reconfigure(line_buffering=True, newline="\n", errors="strict")
    sys.stderr.reconfigure(line_buffering=True, newline="\n")


def _serialize_writes(sys):
    """Without this, threads that print at the same moment make these versions emit
    uninitialised memory: https://github.com/python/cpython/issues/118138
    The order of writes does not change, and print() still makes two of them.
    """
    import _thread
    import io

    class SerializedTextIOWrapper(io.TextIOWrapper):
        def __init__(self, stream):
            self._lock = _thread.RLock()
            super().__init__(stream.detach(), encoding="utf-8", errors=stream.errors)

        def write(self, text):
            with self._lock:
                return super().write(text)

        def flush(self):
            with self._lock:
                super().flush()

    for name in ("stdout", "stderr"):
        stream = SerializedTextIOWrapper(getattr(sys, name))
        stream.mode = "w"
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


def _limits(address_space, file_size, open_files):
    """Limits for this process and all that it starts; they cannot be raised again.

    In the sandbox the shell sets them.
    """
    try:
        import resource
    except ImportError:
        return  # This system has no limits.
    for kind, limit in (
        (resource.RLIMIT_AS, address_space),
        (resource.RLIMIT_FSIZE, file_size),
        (resource.RLIMIT_NOFILE, open_files),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        if hard != resource.RLIM_INFINITY:
            limit = min(limit, hard)
        resource.setrlimit(kind, (limit, limit))


def _stacks(fd):
    """On SIGUSR2, write the stacks of all threads. The runner sends it when time is up."""
    import _signal
    import faulthandler

    faulthandler.register(_signal.SIGUSR2, file=fd, all_threads=True, chain=False)


def _watch(os, settings, watched_by):
    """Reports what happens when.

    A Python that the sample starts reports to a file, because it inherits no descriptor: the sample's own
    process passes that on when it ends, or when time is up.
    """
    import verbatim_watch

    if watched_by is None:
        path = f"{os.environ.get('TMPDIR', '/tmp')}/verbatim-watch-{os.getpid()}"
        # Other processes may be in another folder.
        most, turns, entry = settings.split(" ", 2)
        settings = f"{most} {turns} {os.getcwd()}/{entry}"
        os.environ["VERBATIM_WATCHED_BY"] = f"{path}\n{settings}"
        verbatim_watch.begin(63, settings, False, path)
        return
    path, settings = watched_by.split("\n", 1)
    try:
        fd = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    except OSError:
        return  # It sees no such folder, or has too many files.
    os.dup2(fd, 63, inheritable=False)
    os.close(fd)
    verbatim_watch.begin(63, settings, True, path)


def _refuse_network(sys):
    """No name look-ups, and no address but this machine's own."""

    def audit(event, arguments):
        if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
            address = arguments[1]
            host = address[0] if isinstance(address, tuple) and address else None
        elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
            host = arguments[0]
        elif event == "socket.getnameinfo":
            host = arguments[0][0]
        else:
            return
        if isinstance(host, bytes):
            host = host.decode("ascii", "replace")
        local = not host or host in ("localhost", "::1") or host.startswith("127.")
        if not local:
            raise PermissionError(f"network: {host} is another machine; examples run without network")

    sys.addaudithook(audit)


_prepare()
del _prepare, _close_others, _streams, _serialize_writes, _limits, _stacks, _refuse_network, _watch
