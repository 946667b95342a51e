"""Runs a command and reports what it cost, as JSON on file descriptor 3.

wallSeconds: from the start of the command to its exit.
cpuSeconds: CPU time of the command and all its descendants, including those that outlive it.
peakBytes: the most memory that they held together; null if the system does not report it.
"""

import ctypes
import json
import os
import resource
import sys
import threading
import time

PR_SET_CHILD_SUBREAPER = 36
SAMPLE_SECONDS = 0.2


def held_by_children(pid):
    """Memory of all descendants in bytes. Pages that processes share count once (proportional set size)."""
    total = 0
    for thread in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{thread}/children") as file:
            children = file.read().split()
        for child in children:
            try:
                with open(f"/proc/{child}/smaps_rollup") as file:
                    total += sum(int(line.split()[1]) * 1024 for line in file if line.startswith("Pss:"))
                total += held_by_children(child)
            except (FileNotFoundError, ProcessLookupError):
                pass  # It has just ended.
    return total


def sample():
    global peak
    try:
        while True:
            peak = max(peak, held_by_children(os.getpid()))
            time.sleep(SAMPLE_SECONDS)
    except PermissionError:
        peak = 0  # The system hides a process, so the sum is unknown.


peak = 0
os.set_inheritable(3, False)
if sys.platform == "linux":
    # Orphans become children of this process, so their CPU time and memory count too.
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    threading.Thread(target=sample, daemon=True).start()
start = time.perf_counter()
command = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ)
_, status = os.waitpid(command, 0)
wall = time.perf_counter() - start
try:
    while True:
        os.wait()
except ChildProcessError:
    pass  # No child is left.
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
report = {"wallSeconds": wall, "cpuSeconds": usage.ru_utime + usage.ru_stime, "peakBytes": peak or None}
os.write(3, json.dumps(report).encode())
code = os.waitstatus_to_exitcode(status)
sys.exit(code if code >= 0 else 128 - code)
