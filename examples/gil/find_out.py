# /// script
# requires-python = ">=3.11"
# ///
import subprocess
import sys
import sysconfig


def gil_enabled() -> bool:
    if hasattr(sys, "_is_gil_enabled"):  # new in Python 3.13
        return sys._is_gil_enabled()
    return True


def report(start: str) -> None:
    free = sysconfig.get_config_var("Py_GIL_DISABLED") == 1
    build = "free-threaded" if free else "standard"
    gil = "on" if gil_enabled() else "off"
    print(f"{start}: {build} build, GIL {gil}", flush=True)


if sys.argv[1:] == ["again"]:
    report("With -X gil=1")
else:
    report("As usual")
    again = [sys.executable, "-X", "gil=1", __file__, "again"]
    subprocess.run(again, check=True)
