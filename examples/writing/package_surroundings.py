# /// script
# requires-python = ">=3.11"
# dependencies = ["attrs"]
# [tool.verbatim]
# mask = ["path"]
# ///
import os
from importlib.metadata import version

import attrs

print("attrs", version("attrs"), "from", attrs.__path__[0])
for name in ("MPLBACKEND", "OMP_NUM_THREADS", "COLUMNS"):
    print(name, "=", os.environ.get(name))
