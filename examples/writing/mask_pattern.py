# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# mask = [
#   { name = "seconds", pattern = '(\d\.\d+) s', min = 0.2, max = 2.0 },
# ]
# ///
import time

start = time.perf_counter()
time.sleep(0.2)
seconds = time.perf_counter() - start
print(f"sleep(0.2) took {seconds:.4f} s")
