# /// script
# requires-python = ">=3.11"
# ///
import sys
import sysconfig

free = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
print(f"Free-threaded build: {free}")

if hasattr(sys, "_is_gil_enabled"):  # new in Python 3.13
    gil = sys._is_gil_enabled()
else:
    gil = True
print(f"GIL enabled: {gil}")
