"""The Python side of a run in the browser: what CPython does around a program, done around a sample.

Pyodide is made for programs that share an event loop with a page. A sample is a program of its own: it may
block, its event loop is its own, and it ends. So this puts back what Pyodide has replaced for pages.
"""

import asyncio
import os
import sys
import time

from pyodide import webloop


def run(folder, entry, arguments, variables):
    """Runs a file as `python entry` does, and returns its exit code."""
    os.environ.clear()
    os.environ.update(variables)
    os.umask(0o022)
    os.chdir(folder)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(line_buffering=True, newline="\n")
    sys.stdout.reconfigure(errors="strict")
    sys.argv = [entry, *arguments]
    sys.path[:] = [folder, *dict.fromkeys(path for path in sys.path if path not in ("", folder))]
    _own_event_loop()
    code = _run_main(os.path.join(folder, entry))
    return _finish() or code


def _run_main(path):
    main = type(sys)("__main__")
    main.__file__ = path
    main.__builtins__ = __builtins__
    main.__cached__ = None
    sys.modules["__main__"] = main
    try:
        with open(path, "rb") as file:
            program = compile(file.read(), path, "exec", dont_inherit=True)
        exec(program, main.__dict__)
    except SystemExit as end:
        return _exit_code(end)
    except BaseException as error:
        # The first frame is this function. An error of the compiler has no other.
        _print_uncaught(error, error.__traceback__.tb_next)
        return 130 if isinstance(error, KeyboardInterrupt) else 1
    return 0


def _print_uncaught(error, traceback):
    if isinstance(error, SyntaxError) and traceback is not None and traceback.tb_next is None:
        frame = traceback.tb_frame
        traceback = None if frame.f_code.co_name == "_run_main" else traceback
    error = error.with_traceback(traceback)
    sys.last_exc = error
    try:
        sys.excepthook(type(error), error, traceback)
    except BaseException as another:
        print("Error in sys.excepthook:", file=sys.stderr)
        sys.__excepthook__(type(another), another, another.__traceback__.tb_next)
        print("\nOriginal exception was:", file=sys.stderr)
        sys.__excepthook__(type(error), error, traceback)


def _exit_code(end):
    """As documented for sys.exit: https://docs.python.org/3/library/sys.html#sys.exit"""
    if end.code is None:
        return 0
    if isinstance(end.code, int):
        return end.code & 0xFF
    print(end.code, file=sys.stderr)
    return 1


def _finish():
    """What Python does at its end: functions of atexit, then the objects of the program, then the streams."""
    import atexit
    import gc

    atexit._run_exitfuncs()
    main = sys.modules.pop("__main__")
    names = main.__dict__
    # In this order: https://docs.python.org/3/reference/datamodel.html#object.__del__
    for name in [name for name in names if name.startswith("_") and name != "__builtins__"]:
        names[name] = None
    for name in [name for name in names if not name.startswith("_")]:
        names[name] = None
    gc.collect()
    try:
        sys.stdout.flush()
    except Exception as error:
        print(f"Exception ignored on flushing sys.stdout:\n{type(error).__name__}: {error}", file=sys.stderr)
        return 120
    sys.stderr.flush()
    return 0


class _Selector:
    """Waits for time to pass. Nothing else can happen: there are no sockets and no other threads."""

    def select(self, timeout):
        if timeout is None:
            while True:
                time.sleep(60)
        if timeout > 0:
            time.sleep(timeout)
        return []

    def close(self):
        pass


class _EventLoop(asyncio.base_events.BaseEventLoop):
    """The event loop of the standard library, with its own order of callbacks, and with no sockets."""

    def __init__(self, selector=None):
        super().__init__()
        self._selector = selector or _Selector()

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass

    def close(self):
        super().close()
        self._selector.close()


class _Policy(asyncio.events._BaseDefaultEventLoopPolicy):
    _loop_factory = _EventLoop


def _own_event_loop():
    time.sleep = webloop._orig_sleep
    asyncio.run = webloop._orig_run
    asyncio._set_running_loop(None)
    asyncio.events._event_loop_policy = _Policy()
    asyncio.EventLoop = asyncio.SelectorEventLoop = _EventLoop
