# /// script
# requires-python = ">=3.11"
# ///
import sys
import sysconfig


def gil_enabled():
    if hasattr(sys, "_is_gil_enabled"):  # new in Python 3.13
        return sys._is_gil_enabled()
    return True


free = sysconfig.get_config_var("Py_GIL_DISABLED") == 1
print(f"Build: {'free-threaded' if free else 'standard'}")
print(f"GIL: {'on' if gil_enabled() else 'off'}")

workers = "processes" if gil_enabled() else "threads"
print(f"For computing, choose {workers}")
