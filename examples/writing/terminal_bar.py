# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# terminal = { columns = 40 }
# ///
import shutil
import time

width = shutil.get_terminal_size().columns - 7
for percent in range(0, 101, 20):
    bar = "#" * (width * percent // 100)
    print(f"\r{bar:{width}} {percent:3} %", end="", flush=True)
    time.sleep(0.02)
print("\nAll files are there")
