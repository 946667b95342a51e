# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.mask]]
# name = "seconds"
# pattern = 'Our own core time: (\d\.\d) s'
# min = 0.0
# max = 0.4
# ///
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

CONVERTER = """
import sys
text = sys.stdin.read()
sum(number % 7 for number in range(2_000_000))  # hard work
print(text.upper())
"""


def convert(text: str) -> str:
    command = [sys.executable, "-c", CONVERTER]
    run = subprocess.run(
        command, input=text, capture_output=True, text=True, check=True
    )
    return run.stdout.strip()


with ThreadPoolExecutor(max_workers=4) as pool:
    for text in pool.map(convert, ["spring", "summer", "autumn"]):
        print(text)
print(f"Our own core time: {time.process_time():.1f} s")
