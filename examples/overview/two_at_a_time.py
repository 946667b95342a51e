# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeline = { resolution = 0.1 }
# ///
import time
from concurrent.futures import ThreadPoolExecutor

ANSWERS = {"/": 0.4, "/news": 1.0, "/shop": 0.4, "/help": 0.5}


def check(path: str) -> str:
    time.sleep(ANSWERS[path])  # so long the server takes
    return f"{path} is there"


with ThreadPoolExecutor(2, thread_name_prefix="checker") as pool:
    for line in pool.map(check, ANSWERS):
        print(line)
