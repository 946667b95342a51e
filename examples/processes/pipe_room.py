# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# browser = false
# ///
import os

reading_end, writing_end = os.pipe()
os.set_blocking(writing_end, False)  # raise instead of waiting

written = 0
try:
    while True:
        written += os.write(writing_end, b"x" * 1024)
except BlockingIOError:
    print(f"The pipe is full after {written} bytes")
